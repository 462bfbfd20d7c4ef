// Is it this API? Judged by one answer at the address where people sign in: a server of this kind refuses a GET there with 405.
import { readRetryAfter } from '../../http/retry-after.ts';
import { type Answered, allowed, FIRST_PATH, isJson } from '../asking.ts';
import { type Finding, failed, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { noAnswer } from '../no-answer-words.ts';
import { isDirect } from './address.ts';

const TELL = 'Tell the person who runs the server.';
const WIFI = 'On a guest Wi-Fi, open a browser and log in to the Wi-Fi first; otherwise check the address.';

export async function checkApi(at: At, known: Known): Promise<Finding> {
  const own = await at.asking.first();
  if (own.kind === 'none') return own.reason === 'redirected' ? await redirected(at, known) : noAnswer(own.reason);
  const { status } = own;
  if (status === 429) return busy(own);
  if (isJson(own)) return ofJson(own);
  if (status === 400) return badHost(own, at);
  if (status === 404) return notThere(own);
  if (status === 407)
    return failed('A proxy on the way wants a user name and a password of its own.', 'Tell the person who looks after this computer.', {
      hint: 'The proxy answers 407.',
    });
  if (status === 401 || status === 403) {
    return failed('Something in front of the server refuses the call.', TELL, {
      hint: `${FIRST_PATH} answers ${status} with a page: a firewall, or a password of the web server itself.`,
    });
  }
  if (status === 502 || status === 503 || status === 504) {
    return failed(
      'The server’s front door answers, but the program behind it does not.',
      'Check again in a few minutes; if it stays, tell the person who runs the server.',
      { hint: `The proxy answers ${status}: is the application server running?` },
    );
  }
  if (status >= 500)
    return failed(`The server had an error of its own (${status}).`, TELL, {
      hint: `${FIRST_PATH} answers ${status}: see the server’s log.`,
    });
  if (status === 405)
    return failed('What answers there is not a server that Paydesk can talk to.', TELL, {
      hint: `${FIRST_PATH} answers 405 without JSON.`,
    });
  return failed('A web page answers there, not the shop’s API.', WIFI, {
    hint: `${FIRST_PATH} answers ${status} with a page instead of JSON.`,
  });
}

function ofJson(own: Answered): Finding {
  const { status } = own;
  if (status === 405 || allowed(own)?.has('POST') === true) return passed('The server answers like the shop’s API.');
  if (status >= 500)
    return failed(`The server had an error of its own (${status}).`, TELL, {
      hint: `${FIRST_PATH} answers ${status}: see the server’s log.`,
    });
  if (status === 404) {
    return failed(
      'The server answers, but people do not sign in there.',
      'Check the address: the shop’s API may stand under another one.',
      { hint: `${FIRST_PATH} answers 404 in JSON: it is another API, or under another path.` },
    );
  }
  if (status === 401 || status === 403) {
    return failed('The server lets nobody come to its sign-in.', TELL, {
      hint: `${FIRST_PATH} answers ${status}: the token view must need no authentication.`,
    });
  }
  return warning('The server answers in an unusual way, but it may be the shop’s API.', null, {
    hint: `GET ${FIRST_PATH} answers ${status} in JSON; 405 was expected.`,
  });
}

function busy(own: Answered): Finding {
  const wait = readRetryAfter(own.headers);
  return warning(
    'The server asks for fewer requests.',
    wait === null ? 'Wait a moment, then check again.' : `Check again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    {
      ends: true,
      stops: true,
      hint: 'It answers 429 to the first call: is its throttle very low, or shared by everybody behind one address?',
    },
  );
}

/** Django refuses host names that it was not told of, before it looks at anything else. */
function badHost(own: Answered, { server }: At): Finding {
  const host = new URL(server.origin).hostname;
  if (!/Bad Request \(400\)|DisallowedHost/i.test(own.text)) {
    return failed('What answers there does not understand Paydesk.', 'Check the address and its port.', {
      hint: `${FIRST_PATH} answers 400 with a page.`,
    });
  }
  return failed(
    `The server runs, but does not know itself by the name ${host}.`,
    'Send this result to the person who runs the server; it is mended in its settings.',
    {
      hint: `Django answers 400 (DisallowedHost): add '${host}' to ALLOWED_HOSTS.`,
    },
  );
}

function notThere(own: Answered): Finding {
  const django = /requested resource was not found on this server|Using the URLconf/i.test(own.text);
  return failed(
    django ? 'A Django server answers, but it is not this shop’s API.' : 'Something answers there, but not the shop’s API.',
    'Check the address: the shop’s API may stand under another one, with a path at its end.',
    {
      hint: `${FIRST_PATH} answers 404${django ? ' with Django’s own page' : ''}: is the API mounted elsewhere?`,
    },
  );
}

async function redirected(at: At, known: Known): Promise<Finding> {
  const asked = new URL(at.server.base + FIRST_PATH);
  const seen = isDirect(known) ? await at.direct.look(asked) : null;
  const to = seen?.location == null ? null : URL.parse(seen.location, asked.href);
  if (to === null)
    return failed('The server sends this call to another address.', WIFI, { hint: `${FIRST_PATH} answers with a redirect.` });
  const hint = `${FIRST_PATH} answers ${seen?.status ?? ''} to ${to.origin}${to.origin === asked.origin ? to.pathname.slice(0, 100) : ''}.`;
  if (to.protocol === 'https:' && asked.protocol === 'http:' && to.hostname === asked.hostname) {
    return failed('The server wants https.', `Put ${to.origin} into the server address.`, { hint });
  }
  if (to.origin === asked.origin && `${to.pathname}/` === asked.pathname) {
    return failed('The server wants its addresses without a slash at the end.', TELL, {
      hint: `${hint} The guide’s addresses end with one.`,
    });
  }
  if (to.origin === asked.origin)
    return failed('The server sends this call to another place on itself.', 'Check the path at the end of the address, if there is one.', {
      hint,
    });
  return failed(`The call is sent on to ${to.host}.`, `If that is your shop’s server, use it as the address. ${WIFI}`, { hint });
}
