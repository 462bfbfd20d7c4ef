// Payments: whether one can be read by its number, and by which method its status is set. Learned from `Allow`; nothing is set.
import { type Answer, allowed } from '../asking.ts';
import { type Finding, notTested, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { noAnswer } from '../no-answer-words.ts';
import { endsIt, faultOf } from './offers.ts';

/** OPTIONS describes the view, whichever number is asked: none of it is looked up. */
const ANY = 1;
const METHODS = ['PATCH', 'PUT', 'POST'] as const;

const UNGUARDED = {
  cannot: 'It does not notice when two people change one payment at the same time.',
  copes: 'Paydesk reads the payment before each mark, and asks you where it stands differently from what you saw.',
};
const UNREADABLE = {
  cannot: 'It does not tell a single payment.',
  copes:
    'Before a mark Paydesk reads the order instead, where that holds the payments; otherwise it does not notice what others have set meanwhile.',
};

export async function checkUpdate({ asking }: At, { authorised, payment }: Known): Promise<Finding> {
  if (authorised === null) return notTested('Nobody is signed in.', null, { stops: true });
  const path = `/api/orders/payments/${payment ?? ANY}/`;
  let answer: Answer = await asking.as(authorised, 'OPTIONS', path);
  const ended = endsIt(answer);
  if (ended !== null) return ended;
  if (answer.kind === 'none') return noAnswer(answer.reason, `${path} was not answered.`);
  // Some fronts answer OPTIONS themselves; Django REST framework names the methods in every answer.
  if (allowed(answer) === null) answer = await asking.as(authorised, 'GET', path);
  const methods = allowed(answer);
  const learned = { paymentAllows: methods };
  if (methods === null) {
    return warning('The server does not tell by which method a payment is marked.', null, {
      learned,
      hint: `${path} sends no Allow header, neither to OPTIONS nor to GET.`,
      limits: [
        {
          cannot: 'It does not tell how a payment is marked.',
          copes:
            'Paydesk learns it with the first mark: PATCH, PUT, POST in turn, the next only after 405, which proves that nothing was done.',
        },
      ],
    });
  }
  const method = METHODS.find((each) => methods.has(each));
  if (method !== undefined) return passed(`Payments can be marked (by ${method}); none was.`, { learned });
  return warning('The server takes no marks of payments.', 'Send this result to the person who runs the server.', {
    learned,
    hint: `${path} allows ${[...methods].join(', ')}: neither PATCH, PUT nor POST. May this account change payments?`,
    limits: [{ cannot: 'It takes no marks of payments.', copes: 'A mark is tried all the same, and told as refused.' }],
  });
}

export async function checkPayment(
  { asking }: At,
  { authorised, payment, paymentAllows, embedded, embeddedInOrder }: Known,
): Promise<Finding> {
  if (authorised === null) return notTested('Nobody is signed in.', null, { stops: true });
  const otherwise = embedded === true || embeddedInOrder === true;
  if (paymentAllows !== null && !paymentAllows.has('GET')) {
    return warning(otherwise ? 'A single payment cannot be read; its order tells it.' : 'A single payment cannot be read.', null, {
      limits: [UNREADABLE],
    });
  }
  if (payment === null) return notTested('The history names no payment to look at.');
  const path = `/api/orders/payments/${payment}/`;
  const answer = await asking.as(authorised, 'GET', path);
  const fault = faultOf(answer, { path, can: '', cannot: 'A single payment cannot be read', limit: UNREADABLE });
  if (fault !== null) return fault.state === 'failed' ? { ...fault, state: 'warning', stops: false } : fault;
  const guarded = answer.kind === 'answer' && answer.headers.has('etag');
  return passed('A single payment can be read.', { limits: guarded ? [] : [UNGUARDED] });
}
