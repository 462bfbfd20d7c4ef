// One clear sentence for each failure, and what to do next, in words a clerk understands. Never markup, never a code, never a token.
import { assertNever } from '../assert-never.ts';
import type { AppError, FileProblem, JournalProblem, KeychainProblem, Thing, UnreachableReason, ViewsProblem } from './app-error.ts';
import { fieldWords } from './field-words.ts';

const THING_WORDS: Record<Thing, string> = {
  order: 'order',
  payment: 'payment',
  profile: 'profile',
  history: 'order history',
  account: 'account',
  'sign-in': 'sign-in',
};

const UNREACHABLE: Record<UnreachableReason, string> = {
  offline: 'This computer is offline. Check the Wi-Fi or the cable, then try again.',
  'name-not-found': 'No server was found by that name. Check the server address for typing errors.',
  refused: 'Nothing answers at that server address. Check the address and its port, and that the server is running.',
  'no-route': 'The server cannot be reached from this network. Check the Wi-Fi or the cable, then try again.',
  'not-connected':
    'Nothing answers at that server address: no connection came about. Check that the server is switched on and that this computer is on the right network.',
  timeout: 'The server did not answer in time. Try again in a moment.',
  'cut-off': 'The connection broke off in the middle of the answer. Try again.',
  certificate: 'The server’s security certificate is not valid, so nothing was sent. Tell the person who runs the server.',
  'not-https':
    'No encrypted connection came about: that server may not speak https. Check the address; a server inside the shop may need http:// in front.',
  'unsafe-port': 'That port is reserved for another service and is not used for web traffic. Check the server address.',
  'not-renewed': 'The server could not renew your sign-in just now, so nothing was sent. Try again in a moment.',
  other: 'The server could not be reached. Check the network and the server address, then try again.',
};

const KEYCHAIN: Record<KeychainProblem, string> = {
  missing: 'This computer has no keychain, so you stay signed in only until Paydesk is closed.',
  locked: 'The keychain is locked, so you stay signed in only until Paydesk is closed. Unlock it and sign in again to be remembered.',
  denied: 'The keychain refused to keep the sign-in, so you stay signed in only until Paydesk is closed.',
  slow: 'The keychain did not answer, so you stay signed in only until Paydesk is closed.',
  'too-large': 'The sign-in is too large for this keychain, so you stay signed in only until Paydesk is closed.',
  corrupt: 'The keychain did not give back what was stored, so you stay signed in only until Paydesk is closed.',
};

const JOURNAL: Record<JournalProblem, string> = {
  full: 'This computer’s disk is full, so Paydesk could not write this down and sent nothing. Free some space, then try again.',
  'read-only': 'Paydesk may not write to its folder on this computer, so nothing was sent. Tell the person who looks after this computer.',
  'in-use': 'Another program holds Paydesk’s journal, so nothing was sent. Close it, then try again.',
  damaged: 'Paydesk’s journal is damaged, so nothing was sent. Restart Paydesk; the damaged file is kept.',
  newer: 'Paydesk’s journal was written by a newer version, so nothing was sent. Install the newest version.',
  closed: 'Paydesk is closing, so nothing was sent.',
  unwritable:
    'Paydesk could not write to its journal, so nothing was sent. Restart Paydesk; if it stays, tell the person who looks after this computer.',
};

const FILE: Record<FileProblem, string> = {
  full: 'The disk is full, so the file was not saved. Free some space or choose another place, then try again.',
  'not-allowed': 'Paydesk may not write there, so the file was not saved. Choose another folder.',
  busy: 'Another file is still being saved. Wait until it is done, then try again.',
  other: 'The file could not be saved there. Choose another folder, then try again.',
};

const VIEWS: Record<ViewsProblem, string> = {
  unreadable: 'That file could not be read. Your views are as they were.',
  'not-views': 'That file holds no Paydesk views. Your views are as they were.',
  newer:
    'That file was written by a newer Paydesk. Install the newest version, or export the views again there. Your views are as they were.',
  damaged: 'That file of views is damaged. Export it again where it came from. Your views are as they were.',
  'too-many': 'There would be more than 40 views. Delete some first. Your views are as they were.',
};

export function describeKeychain(problem: KeychainProblem): string {
  return KEYCHAIN[problem];
}

export function describeError(error: AppError): string {
  switch (error.kind) {
    case 'bad-address':
      return 'That is not a server address. Type it like https://shop.example.com or http://127.0.0.1:8000.';
    case 'insecure-address':
      return 'That address is not encrypted: others on the network could read the password. Use https, or say that you accept it.';
    case 'unreachable':
      return UNREACHABLE[error.reason];
    case 'not-the-api':
      return 'What answers at that address is not a Paydesk server. Check the address; on a guest Wi-Fi, open a browser and log in to the Wi-Fi first.';
    case 'wrong-credentials':
      return 'The user name or the password is not right, or the account is not active. Check both and try again.';
    case 'session-ended':
      // True before signing in again and after it: the sentence may stand in a form for as long as it is open.
      return 'Your session had ended, so nothing was done. Sign in, then try again; nothing on this screen is lost.';
    case 'refused':
      return describeRefusal(error);
    case 'forbidden':
      return `Your account is not allowed to do this.${error.said === null ? '' : ` The server says: ${closed(error.said)}`}`;
    case 'not-found':
      return error.id === null
        ? `The server has no such ${THING_WORDS[error.thing]}.`
        : `The server has no ${THING_WORDS[error.thing]} ${error.id}. Check the number.`;
    case 'not-offered':
      return `This server does not offer that for ${plural(error.thing)}. Tell the person who runs the server.`;
    case 'too-many-requests':
      return error.wait === null
        ? 'The server asks for fewer requests. Wait a moment, then try again.'
        : `The server asks for fewer requests. Try again in ${error.wait} ${error.wait === 1 ? 'second' : 'seconds'}.`;
    case 'server-error':
      return `The server had an error of its own (${error.status}). Try again; if it stays, tell the person who runs the server.`;
    case 'outcome-unknown':
      return describeUnknown(error.thing);
    case 'busy':
      return `This ${THING_WORDS[error.thing]} is not settled yet: wait for its answer, undo it, or decide on it in Activity.`;
    case 'keychain':
      return KEYCHAIN[error.problem];
    case 'journal':
      return JOURNAL[error.problem];
    case 'not-saved':
      return FILE[error.problem];
    case 'not-taken-in':
      return VIEWS[error.problem];
    case 'not-printed':
      return 'It was not printed. Check that this computer has a printer that works, then try again.';
    case 'marks-waiting':
      return error.count === 1
        ? 'One entry is not settled yet. Send, export or cancel it before you sign out.'
        : `${error.count} entries are not settled yet. Send, export or cancel them before you sign out.`;
    case 'server-needed':
      return describeNeeded(error);
    case 'moved-on':
      return `This ${THING_WORDS[error.thing]} has gone on meanwhile. Look at it again.`;
    case 'internal':
      // It may have happened after the server was asked.
      return `Paydesk made a mistake of its own (reference ${error.reference}). If you were changing something, check whether it was done before you try again.`;
    default:
      return assertNever(error);
  }
}

function describeNeeded({ why, count }: Extract<AppError, { kind: 'server-needed' }>): string {
  if (why === 'signed-in') return 'You are signed in there, so it is not forgotten. Sign out first.';
  if (why === 'not-known')
    return 'It is not known whether something still waits for that server, so it is not forgotten. Restart Paydesk, then try again.';
  const [what, them] = count === 1 ? ['One entry waits', 'it'] : [`${count} entries wait`, 'them'];
  return `${what} for that server, so it is not forgotten. Sign in there and send or cancel ${them} first.`;
}

function plural(thing: Thing): string {
  return thing === 'history' ? 'the order history' : `${THING_WORDS[thing]}s`;
}

/** A form that shows the fields' lines under its boxes leaves them out here; wherever else it is told, each line says what it is about. */
function describeRefusal({ summary, fields }: Extract<AppError, { kind: 'refused' }>): string {
  const said = [...summary, ...Object.entries(fields).map(([name, lines]) => `${fieldWords(name)}: ${lines.join(' ')}`)];
  return said.length > 0
    ? `The server did not accept this: ${said.map(closed).join(' ')}`
    : 'The server did not accept this and did not say why.';
}

/** Hand-written views often leave the full stop out, and the next sentence would run on. */
function closed(sentence: string): string {
  return /[\p{L}\p{N})”"']$/u.test(sentence) ? `${sentence}.` : sentence;
}

function describeUnknown(thing: Thing): string {
  switch (thing) {
    case 'payment':
      return 'It is not known whether the server carried this out: its answer was lost. Look at the payment again before repeating it.';
    case 'order':
      return 'It is not known whether the order was created: the server’s answer was lost. Refresh the history and look for it before creating it again.';
    default:
      return `It is not known whether the server carried this out: its answer was lost. Check the ${THING_WORDS[thing]} before trying again.`;
  }
}
