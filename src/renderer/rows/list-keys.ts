// What a key does to the selection of a list. Pure.

/**
 * @param index the selected row, or null.
 * @param page how many rows are seen at once.
 * @returns the row to select, or null when the key is none of the list's.
 */
export function indexAfterKey(key: string, index: number | null, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const clamp = (wanted: number) => Math.max(0, Math.min(wanted, last));
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return index === null ? 0 : clamp(index + 1);
    case 'ArrowUp':
    case 'k':
      return index === null ? last : clamp(index - 1);
    case 'PageDown':
      return clamp((index ?? 0) + Math.max(1, page - 1));
    case 'PageUp':
      return clamp((index ?? 0) - Math.max(1, page - 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
