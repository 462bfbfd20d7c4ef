// Text that came from a server, made safe to read: control and direction characters are made visible or go, never obeyed.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what this looks for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
/** Overrides and isolates that would turn the text around them (a "Trojan source" order name), and characters without any width. */
const DIRECTION = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** @returns one line: line breaks and tabs become spaces, other control characters their visible pictures, direction characters go. */
export function readableText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/g, ' ')
    .replace(DIRECTION, '')
    .replace(CONTROL, picture);
}

/** U+2400 and on are the visible pictures of the control characters. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}
