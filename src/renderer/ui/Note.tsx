// A sentence that stays where it belongs: beside the form or the facts that it speaks about.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert } as const;

export function Note({ tone, children }: { readonly tone: keyof typeof ICONS; readonly children: ReactNode }) {
  const Icon = ICONS[tone];
  return (
    <div className="note" data-tone={tone}>
      <Icon size={15} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
