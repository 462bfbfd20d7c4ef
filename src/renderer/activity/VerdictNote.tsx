// What the check of the journal has found, until somebody has read it.
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useAnnouncements, useSpoken } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { verdictText } from './activity-words.ts';
import type { ToolsStore } from './tools-store.ts';

export function VerdictNote({ tools }: { readonly tools: ToolsStore }) {
  const { verdict, forgetVerdict } = useStore(tools);
  const announcements = useAnnouncements();
  const text = verdict === null ? null : verdictText(verdict);
  const sound = verdict?.sound === true;
  useSpoken(sound ? null : text);
  useEffect(() => {
    if (sound && text !== null) announcements.getState().murmur(text);
  }, [sound, text, announcements]);
  if (verdict === null) return null;
  return (
    <div className="verdict">
      <Note tone={verdict.sound ? 'good' : 'bad'}>
        {text}
        {verdict.sound && verdict.entries > 0 ? (
          <span className="verdict-hash" title="Written down elsewhere, it shows later whether the whole journal was replaced.">
            {' '}
            Last hash <code className="copy">{verdict.hash.slice(0, 16)}…</code>
          </span>
        ) : null}
      </Note>
      <Button
        kind="quiet"
        iconOnly
        icon={<X size={15} aria-hidden="true" />}
        aria-label="Dismiss the check’s result"
        onPress={forgetVerdict}
      />
    </div>
  );
}
