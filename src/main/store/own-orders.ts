// Whether every order that a server tells is the signed-in person's own: then it may have others that it does not show them.
import { isRecord } from '../http/read-error.ts';
import { createShapes, present } from './field-shape.ts';

export interface Person {
  /** From the access token; null where it carries none. */
  readonly userId: number | null;
  readonly username: string;
}

/** Fields that hold a user of the server. A bare number in `customer` may be a row of another table, and says nothing. */
const USER_FIELDS = ['user', 'user_id', 'owner', 'owner_id', 'created_by', 'username', 'customer'] as const;

const userShape = createShapes((names) => present(USER_FIELDS, names));

/** @param rows as the server sent them. @returns false also where there are none, or one does not say whose it is. */
export function areAllOwn(rows: readonly unknown[], person: Person): boolean {
  return rows.length > 0 && rows.every((row) => isOwn(row, person));
}

export function isOwn(row: unknown, person: Person): boolean {
  if (!isRecord(row)) return false;
  let isTold = false;
  for (const name of userShape(row).found) {
    const answer = isPerson(row[name], name, person);
    if (answer === false) return false;
    isTold ||= answer === true;
  }
  return isTold;
}

/** @returns null where the value names no user. */
function isPerson(value: unknown, field: string, { userId, username }: Person): boolean | null {
  if (isRecord(value))
    return isPerson(value['username'] ?? value['id'] ?? value['pk'], 'username' in value ? 'username' : field, { userId, username });
  if (field !== 'customer' && field !== 'username' && (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))))
    return userId === null ? null : Number(value) === userId;
  return typeof value === 'string' && value !== '' ? value === username : null;
}
