// The command line.
import { expect, it } from 'vitest';
import { readSwitch } from '../../../src/main/app/switches.ts';

it.each([
  [['paydesk', '--server=http://127.0.0.1:8000'], 'http://127.0.0.1:8000'],
  [['--server=https://a.example', '--server=https://b.example'], 'https://b.example'],
  [['--server=https://a.example/?x=1'], 'https://a.example/?x=1'],
  [['--server='], null],
  [['--server'], null],
  [['--server', 'https://a.example'], null],
  [['--servers=https://a.example', 'x--server=https://a.example'], null],
  [[], null],
])('of %j the server is %s', (argv, value) => {
  expect(readSwitch(argv, 'server')).toBe(value);
});
