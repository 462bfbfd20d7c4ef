// Whose history lies in which file.
import { expect, it } from 'vitest';
import { fileName } from '../../../src/main/store/kept-histories.ts';

it('each server and user has a file of their own, whose name tells neither', () => {
  const names = [
    { server: 'https://shop.example', username: 'ada' },
    { server: 'https://shop.example', username: 'Ada' },
    { server: 'https://shop.example/eu', username: 'ada' },
    // Together they read alike.
    { server: 'https://shop.example', username: 'a b' },
    { server: 'https://shop.example a', username: 'b' },
    { server: 'https://shop.example', username: '../../etc/passwd' },
  ].map(fileName);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}\.db$/);
  expect(fileName({ server: 'https://shop.example', username: 'ada' })).toBe(names[0]);
});
