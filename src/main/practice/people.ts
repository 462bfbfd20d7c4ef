// The people who know the practice store: the one who practises, one who has left, customers, and whoever registers.
import { createHash, timingSafeEqual } from 'node:crypto';
import { customers } from './catalogue.ts';
import { hexadecimal } from './random.ts';

/** The account that the practice store is opened with. */
export const PRACTICE_ACCOUNT = { username: 'practice', password: 'practice-2026' } as const;

/** Same password, but no longer active: a sign-in is refused in the same words as a wrong password. */
export const RETIRED_ACCOUNT = { username: 'retired', password: PRACTICE_ACCOUNT.password } as const;

export interface Person {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly phoneNo: string;
  readonly address: string;
  readonly picture: boolean;
  readonly active: boolean;
}

export interface People {
  readonly count: number;
  byId(id: number): Person | undefined;
  byName(username: string): Person | undefined;
  /** Django compares user names for uniqueness without regard to case, but for signing in with it. */
  isNameTaken(username: string): boolean;
  isVerifiedEmail(email: string): boolean;
  add(person: Omit<Person, 'id'>, password: string): Person;
  change(id: number, change: Partial<Omit<Person, 'id'>>): Person | undefined;
  /** The active person with these credentials. */
  recognise(username: string, password: string): Person | undefined;
}

// Ten, so that the first one to register gets number 11, as in the guide's example of a profile.
const SEEDED = 10;

export function gatherPeople(random: () => number): People {
  const people = new Map<number, Person>();
  // People may type their real passwords while practising: never kept as typed.
  const secrets = new Map<number, { salt: string; digest: Buffer }>();
  const digestOf = (salt: string, password: string): Buffer => createHash('sha256').update(`${salt}:${password}`).digest();

  function add(person: Omit<Person, 'id'>, password: string): Person {
    const made = { ...person, id: people.size + 1 };
    const salt = hexadecimal(random, 16);
    people.set(made.id, made);
    secrets.set(made.id, { salt, digest: digestOf(salt, password) });
    return made;
  }

  const find = (test: (person: Person) => boolean): Person | undefined => [...people.values()].find(test);
  const byName = (username: string): Person | undefined => find((person) => person.username === username);

  const common = { emailVerified: true, phoneNo: '9800000000', picture: false, active: true };
  const address = '12 Market Street';
  add(
    {
      ...common,
      username: PRACTICE_ACCOUNT.username,
      email: 'practice@shop.example',
      firstName: 'Pat',
      lastName: 'Example',
      address,
      picture: true,
    },
    PRACTICE_ACCOUNT.password,
  );
  add(
    {
      ...common,
      username: RETIRED_ACCOUNT.username,
      email: 'retired@shop.example',
      firstName: 'Robin',
      lastName: 'Former',
      address,
      active: false,
    },
    RETIRED_ACCOUNT.password,
  );
  for (const [index, name] of customers.slice(0, SEEDED - 2).entries()) {
    const [firstName = name, ...rest] = name.split(' ');
    add(
      {
        ...common,
        username: `customer${index + 1}`,
        email: `customer${index + 1}@mail.example`,
        firstName,
        lastName: rest.join(' '),
        address,
      },
      hexadecimal(random, 32),
    );
  }

  return {
    get count() {
      return people.size;
    },
    byId: (id) => people.get(id),
    byName,
    isNameTaken: (username) => find((person) => person.username.toLowerCase() === username.toLowerCase()) !== undefined,
    isVerifiedEmail: (email) => find((person) => person.emailVerified && person.email.toLowerCase() === email.toLowerCase()) !== undefined,
    add,
    change(id, change) {
      const before = people.get(id);
      if (before === undefined) return undefined;
      const after = { ...before, ...change };
      people.set(id, after);
      return after;
    },
    recognise(username, password) {
      const person = byName(username);
      const secret = person && secrets.get(person.id);
      if (person === undefined || secret === undefined || !person.active) return undefined;
      return timingSafeEqual(secret.digest, digestOf(secret.salt, password)) ? person : undefined;
    },
  };
}
