// Opens the export, and says that one goes on where its dialog was closed.
import { Download } from 'lucide-react';
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { Button } from '../ui/Button.tsx';
import './out.css';

export function ExportButton({ desk }: { readonly desk: Desk }) {
  const running = useStore(desk.exporting, ({ phase }) => phase.kind === 'running');
  const icon = running ? <span className="spinner" aria-hidden="true" /> : <Download size={14} aria-hidden="true" />;
  return (
    <Button icon={icon} title="Export as a spreadsheet (Ctrl+Shift+E)" onPress={() => desk.ask('export')}>
      <span className="out-words">{running ? 'Exporting…' : 'Export…'}</span>
    </Button>
  );
}
