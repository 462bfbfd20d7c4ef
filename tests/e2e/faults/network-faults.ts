// What a network does: names, connections, certificates, resets, and answers that come late, in pieces, or never whole.
import { setImmediate as turn } from 'node:timers/promises';
import { type Call, headOf, type Whole } from './call.ts';
import { call, connection, type Fault, LOST_ANSWER, NO_ANSWER, NOTHING_LEFT, RIGHT } from './fault.ts';

const NO_NAME = /No server was found by that name/;
const NOTHING_ANSWERS = /Nothing answers at that server address/;
const CERTIFICATE = /certificate is not valid, so nothing was sent/;

export const NETWORK_FAULTS: readonly Fault[] = [
  connection('name not known', 'no-name', NOTHING_LEFT, { words: NO_NAME }),
  connection('refused', 'refused', NOTHING_LEFT, { words: NOTHING_ANSWERS }),
  // The client cannot tell a server that never heard it from one that is slow to answer.
  connection('black hole', 'silent', NO_ANSWER, { hangs: true }),
  connection('certificate expired', 'expired-certificate', NOTHING_LEFT, { words: CERTIFICATE }),
  connection('certificate of another host', 'other-host-certificate', NOTHING_LEFT, { words: CERTIFICATE }),
  call('reset before it is carried out', NO_ANSWER, async (each) => each.reset()),
  call('reset after it is carried out', LOST_ANSWER, async (each) => {
    await each.carryOut();
    each.reset();
  }),
  call('reset in the headers', LOST_ANSWER, async (each) => {
    const whole = await each.carryOut();
    await each.write(headOf(whole, whole.body.byteLength).slice(0, 25));
    each.reset();
  }),
  call('reset in the body', LOST_ANSWER, async (each, tools) => {
    const whole = await each.carryOut();
    await tools.arrive(each, Buffer.concat([Buffer.from(headOf(whole, whole.body.byteLength + 100)), half(whole)]));
    each.reset();
  }),
  call('closed in the body', LOST_ANSWER, async (each) => {
    const whole = await each.carryOut();
    await each.write(headOf(whole, whole.body.byteLength + 100));
    await each.write(half(whole));
    each.end();
  }),
  call('answered, slow to close', RIGHT, async (each) => {
    const whole = closing(await each.carryOut());
    await each.write(headOf(whole, whole.body.byteLength));
    await each.write(whole.body);
  }),
  call('10 s late', RIGHT, async (each, { pass }) => {
    const whole = await each.carryOut();
    await pass(10_000);
    each.answer(whole);
  }),
  call('in bursts, seconds apart', RIGHT, async (each, { pass }) => {
    const whole = closing(await each.carryOut());
    await pass(4_000);
    await each.write(headOf(whole, null));
    const piece = Math.max(1, Math.ceil(whole.body.byteLength / 3));
    for (let at = 0; at < whole.body.byteLength; at += piece) {
      const bytes = whole.body.subarray(at, at + piece);
      await each.write(`${bytes.byteLength.toString(16)}\r\n`);
      await each.write(Buffer.concat([bytes, Buffer.from('\r\n')]));
      await pass(at === 0 ? 1_000 : 3_000);
    }
    await each.write('0\r\n\r\n');
  }),
  call('1 KB/s', RIGHT, (each, { pass, arrive }) =>
    inPieces(each, 1_024, async (piece) => {
      await arrive(each, piece);
      await pass(1_000);
    }),
  ),
  call('in slices of 40 bytes', RIGHT, (each) =>
    inPieces(each, 40, async (piece) => {
      await each.write(piece);
      await turn();
    }),
  ),
  call('headers never come', LOST_ANSWER, async (each) => void (await each.carryOut()), { hangs: true }),
  call(
    'body never ends',
    LOST_ANSWER,
    async (each) => {
      const whole = await each.carryOut();
      await each.write(headOf(whole, whole.body.byteLength + 100));
      await each.write(whole.body);
    },
    { hangs: true },
  ),
];

const half = ({ body }: Whole): Buffer => body.subarray(0, Math.floor(body.byteLength / 2));
const closing = (whole: Whole): Whole => ({ ...whole, headers: { ...whole.headers, connection: 'close' } });

async function inPieces(each: Call, size: number, send: (piece: Buffer) => Promise<void>): Promise<void> {
  const whole = closing(await each.carryOut());
  await each.write(headOf(whole, whole.body.byteLength));
  for (let at = 0; at < whole.body.byteLength; at += size) await send(whole.body.subarray(at, at + size));
}
