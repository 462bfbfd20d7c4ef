// POST /api/token/ and /api/token/refresh/: SimpleJWT's views.
import { type Answer, detail, json } from './answers.ts';
import { text } from './fields.ts';
import { readWhole } from './serializer.ts';
import { challenge, type Parts, type View, withValues } from './view.ts';

const refused = (sentence: string, more: Readonly<Record<string, unknown>> = {}): Answer => ({
  ...detail(401, sentence, more),
  headers: challenge,
});

export function obtainView(parts: Parts): View {
  const fields = { username: text(), password: text() };
  return {
    name: 'Token Obtain Pair',
    access: 'tokens',
    fields,
    handlers: () => ({
      POST: (call) =>
        withValues(
          call,
          (data) => readWhole(data, fields),
          async ({ username, password }) => {
            const person = parts.people.recognise(username, password);
            if (person === undefined) return refused('No active account found with the given credentials');
            return json(200, await parts.tokens.issue(person.id));
          },
        ),
    }),
  };
}

export function refreshView(parts: Parts): View {
  const fields = { refresh: text() };
  return {
    name: 'Token Refresh',
    access: 'tokens',
    fields,
    handlers: () => ({
      POST: (call) =>
        withValues(
          call,
          (data) => readWhole(data, fields),
          ({ refresh }) => renew(refresh, parts),
        ),
    }),
  };
}

async function renew(refresh: string, { behaviour, people, tokens }: Parts): Promise<Answer> {
  const check = await tokens.check(refresh, 'refresh');
  if (!check.ok) return refused(check.fault, { code: 'token_not_valid' });
  const person = people.byId(check.userId);
  // Authenticated, but not by a token problem: this one carries no code.
  if (!person?.active) return refused('No active account found for the given token.');
  if (!behaviour.rotate) return json(200, { access: await tokens.issueAccess(person.id) });
  if (behaviour.blacklist) tokens.revoke(check.jti);
  const pair = await tokens.issue(person.id);
  return json(200, { access: pair.access, refresh: pair.refresh });
}
