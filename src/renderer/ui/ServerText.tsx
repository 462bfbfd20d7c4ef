// Shows text from the server: isolated in its direction, cut where there is no room, whole in its title.
import { readableText } from './server-text.ts';

interface ServerTextProps {
  readonly text: string | null;
  /** What stands there when the server gave nothing. */
  readonly absent?: string;
  readonly whole?: boolean;
}

export function ServerText({ text, absent = '—', whole = false }: ServerTextProps) {
  if (text === null || text.trim() === '') return <span className="soft">{absent}</span>;
  const readable = readableText(text);
  return whole ? (
    <bdi className="copy">{readable}</bdi>
  ) : (
    <bdi className="cut" title={readable}>
      {readable}
    </bdi>
  );
}
