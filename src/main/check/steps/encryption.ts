// Encryption: Electron's network says whether a certificate is good; what is wrong with it is read from the certificate itself.
import { type Answer, FIRST_PATH } from '../asking.ts';
import type { Handshake } from '../direct.ts';
import { type Finding, failed, notTested, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { noAnswer } from '../no-answer-words.ts';
import { isDirect, placeOf } from './address.ts';

const DAY = 86_400_000;
/** Days before its end from which a certificate that nobody has renewed is worth a word. */
const SOON = 14;

export async function checkEncryption(at: At, known: Known): Promise<Finding> {
  if (known.way === 'inside') return notTested('Not needed: nothing leaves this computer.');
  const own = await at.asking.first();
  return at.server.origin.startsWith('https:') ? await checkHttps(at, known, own) : await checkPlain(at, known, own);
}

async function checkPlain(at: At, known: Known, own: Answer): Promise<Finding> {
  const { host, port } = placeOf(at);
  const odd = own.kind === 'none' ? own.reason !== 'redirected' && own.reason !== 'timeout' : own.status === 400 && own.json === undefined;
  if (odd && isDirect(known) && (await at.direct.handshake(host, port)) !== null) {
    return failed(
      'The server speaks https at this address, and http was typed.',
      'Put https:// in front of the address instead of http://.',
    );
  }
  if (!at.server.exposed) return passed('Needs none: the server is on this computer.');
  return warning(
    'None: what is sent can be read by others on the network.',
    'Ask the person who runs the server for an address that begins with https://.',
  );
}

async function checkHttps(at: At, known: Known, own: Answer): Promise<Finding> {
  const { host, port } = placeOf(at);
  const refused = own.kind === 'none' ? own.reason : null;
  if (refused === 'unsafe-port') return noAnswer('unsafe-port');
  const found = isDirect(known) ? await at.direct.handshake(host, port) : null;
  if (refused === 'certificate') return found === null ? noAnswer('certificate') : flawOf(found, host, at.wallClock());
  // By a name that says nothing, and the certificate does.
  if (refused === 'other' && found !== null && found.authorityProblem !== null) return flawOf(found, host, at.wallClock());
  if (refused === 'not-https') return await notHttps(at, known);
  if (found !== null) return goodFor(found, at.wallClock());
  if (refused === null || refused === 'redirected') return passed('The connection is encrypted, and the certificate is valid.');
  return noAnswer(refused);
}

async function notHttps(at: At, known: Known): Promise<Finding> {
  const plain = new URL(at.server.base + FIRST_PATH);
  // 443 is what `https:` leaves out; the same port is to be asked.
  const { host, port } = placeOf(at);
  plain.protocol = 'http:';
  plain.port = String(port);
  if (!isDirect(known) || (await at.direct.look(plain)) === null)
    return noAnswer('not-https', `No TLS handshake comes about with ${host}, port ${port}.`);
  return failed(
    'The server speaks plain http at this address, and https was typed.',
    'If it stands inside your shop, put http:// in front; otherwise ask for its https address.',
    {
      hint: `Port ${port} speaks HTTP without TLS.`,
    },
  );
}

/** What Chromium has refused, by what can be seen of it: the plainest fault first. */
function flawOf(certificate: Handshake, host: string, now: number): Finding {
  const { validFrom, validTo, names, issuer, selfSigned, authorityProblem, wrongName } = certificate;
  const renew = 'Check the date on this computer; if it is right, tell the person who runs the server to renew the certificate.';
  if (validTo.getTime() < now) {
    return failed(`The server’s certificate ran out on ${day(validTo)}.`, renew, {
      hint: `Certificate of ${list(names)}, issued by ${issuer}: expired on ${validTo.toISOString()}.`,
    });
  }
  if (validFrom.getTime() > now) {
    return failed(`The server’s certificate is valid only from ${day(validFrom)}.`, renew, {
      hint: `Not valid before ${validFrom.toISOString()}.`,
    });
  }
  const until = `until ${day(validTo)}`;
  if (wrongName) {
    return failed(
      `The server’s certificate is for another name: ${list(names)}.`,
      'Check the address for typing errors; if it is right, tell the person who runs the server.',
      {
        hint: `The certificate (${until}) does not name ${host}; it names ${list(names)}.`,
      },
    );
  }
  if (selfSigned) {
    return failed(
      'The server has signed its certificate itself, so nobody vouches for it.',
      'Ask the person who runs the server for a certificate that this computer trusts.',
      {
        hint: `Self-signed certificate of ${list(names)}, valid ${until}. Have it issued by an authority, or install it in this computer’s trust store.`,
      },
    );
  }
  if (authorityProblem !== null) {
    return failed(
      `This computer does not know who vouches for the server’s certificate${issuer === '' ? '' : ` (${issuer})`}.`,
      'Ask the person who runs the server which authority this computer has to trust.',
      {
        hint: `Certificate of ${list(names)}, valid ${until}: its issuer is unknown here, or the server does not send the intermediate certificate (${authorityProblem}).`,
      },
    );
  }
  return noAnswer(
    'certificate',
    `Certificate of ${list(names)}, issued by ${issuer}, valid ${until}: refused all the same, perhaps revoked or too weak.`,
  );
}

function goodFor({ protocol, validTo, issuer }: Handshake, now: number): Finding {
  const days = Math.floor((validTo.getTime() - now) / DAY);
  const until = `the certificate${issuer === '' ? '' : ` by ${issuer}`} is valid until ${day(validTo)}`;
  if (days >= 0 && days < SOON) {
    return warning(
      `Encrypted, but the certificate runs out in ${days === 1 ? '1 day' : `${days} days`}.`,
      'Tell the person who runs the server to renew it.',
      {
        hint: `The certificate expires on ${validTo.toISOString()}.`,
      },
    );
  }
  return passed(`Encrypted${protocol === '' ? '' : ` (${protocol.replace('TLSv', 'TLS ')})`}; ${until}.`);
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'no name at all' : names.join(', ');
}

function day(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
