// What a server calls a field, in words a clerk understands: `items.1.unit_price` is “Items 2, unit price”.

/** As the forms name them, where the server's own name would not be understood. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['password1', 'password'],
  ['password2', 'repeat password'],
  ['phone_no', 'phone number'],
  ['profile_img', 'picture'],
  ['qty', 'quantity'],
]);

/** @param path names joined by points; numbers are places in a list, counted from 0 by the server and from 1 here. */
export function fieldWords(path: string): string {
  const parts: string[] = [];
  for (const name of path.split('.')) {
    if (/^\d{1,4}$/.test(name)) parts.push(`${parts.pop() ?? 'entry'} ${Number(name) + 1}`);
    else if (name.trim() !== '') parts.push(wordsOf(name));
  }
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordsOf(name: string): string {
  const snake = snakeCase(name);
  return KNOWN.get(snake) ?? snake.replace(/[_\s-]+/g, ' ').trim();
}

/** `unitPrice` is `unit_price` at a server that speaks JavaScript's way of naming. */
export function snakeCase(name: string): string {
  return name.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2').toLowerCase();
}
