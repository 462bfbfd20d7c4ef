// The page's one status region and one alert region: mounted for good, and outside of what a dialog makes inert.
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import type { Announcement, Announcements } from './announcements.ts';
import './announcements.css';

/** Milliseconds that a success stays: long enough to read a line twice. */
const SUCCESS_STAYS = 7_000;

export function AnnouncementRegions({ announcements }: { readonly announcements: Announcements }) {
  const { shown, spoken, dismiss } = useStore(announcements);
  const of = (tone: Announcement['tone']) => shown.filter((item) => item.tone === tone);
  return (
    // React Aria leaves marked top layers out of what it hides behind a dialog: results must be heard there too.
    <div className="announcements" data-react-aria-top-layer="true">
      <div role="alert">
        <Spoken items={spoken} tone="failure" />
        {of('failure').map((item) => (
          <Toast key={item.id} item={item} onDismiss={dismiss} />
        ))}
      </div>
      <div role="status">
        <Spoken items={spoken} tone="success" />
        {of('success').map((item) => (
          <Toast key={item.id} item={item} onDismiss={dismiss} />
        ))}
      </div>
    </div>
  );
}

function Spoken({ items, tone }: { readonly items: readonly Announcement[]; readonly tone: Announcement['tone'] }) {
  return items
    .filter((item) => item.tone === tone)
    .map((item) => (
      <p key={item.id} className="unseen">
        {item.text}
      </p>
    ));
}

interface ToastProps {
  readonly item: Announcement;
  readonly onDismiss: (id: number) => void;
}

function Toast({ item, onDismiss }: ToastProps) {
  useEffect(() => {
    if (item.tone === 'failure') return;
    const timer = setTimeout(() => onDismiss(item.id), SUCCESS_STAYS);
    return () => clearTimeout(timer);
  }, [item, onDismiss]);
  const Icon = item.tone === 'success' ? CircleCheck : CircleAlert;
  return (
    <div className="toast" data-tone={item.tone}>
      <Icon size={16} aria-hidden="true" />
      <p className="toast-text copy">{item.text}</p>
      <Button kind="quiet" iconOnly icon={<X size={14} aria-hidden="true" />} aria-label="Dismiss" onPress={() => onDismiss(item.id)} />
    </div>
  );
}
