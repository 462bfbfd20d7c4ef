// /api/accounts/profile/ and /api/accounts/auth/logout/.
import { type Answer, detail, json, methodNotAllowed } from './answers.ts';
import { readBody } from './body.ts';
import { checked, email, image, integer, nullable, optional, text } from './fields.ts';
import { showProfile } from './render.ts';
import { readWhole } from './serializer.ts';
import { type Asked, forMember, type Parts, type View, withValues } from './view.ts';

export function profileView(parts: Parts): View {
  const { people, behaviour } = parts;
  const fields = {
    user: integer(1, 2_147_483_647),
    // Blank names are Django's own choice for its User model.
    first_name: text({ max: 150, blank: true }),
    last_name: text({ max: 150, blank: true }),
    email: email(),
    phone_no: text({ max: 15 }),
    address: text({ max: 255 }),
    profile_img: optional(nullable(image())),
  };
  return {
    name: 'Profile',
    access: 'members',
    reads: 'profile',
    fields,
    handlers: () => ({
      GET: forMember((call, person) => json(200, showProfile(person, call.url.origin, behaviour))),
      PUT: forMember((call, person) =>
        withValues(
          call,
          (data) => readWhole(data, { ...fields, user: checked(fields.user, ownerRule(parts, person.id)) }),
          (values) => {
            const changed = people.change(person.id, {
              firstName: values.first_name,
              lastName: values.last_name,
              email: values.email,
              phoneNo: values.phone_no,
              address: values.address,
              // Left out: as it was. Null: taken away.
              ...(values.profile_img === undefined ? {} : { picture: values.profile_img !== null }),
            });
            return json(200, showProfile(changed ?? person, call.url.origin, behaviour));
          },
        ),
      ),
    }),
  };
}

/** A profile has one user and a user one profile. */
function ownerRule({ people }: Parts, owner: number): (id: number) => readonly string[] {
  return (id) => {
    if (id === owner) return [];
    return people.byId(id) ? ['This field must be unique.'] : [`Invalid pk "${id}" - object does not exist.`];
  };
}

export function logoutView(parts: Parts): View {
  return {
    name: 'Logout',
    access: 'anyone',
    // dj-rest-auth has a GET as well, which refuses unless ACCOUNT_LOGOUT_ON_GET: so it stands in `Allow` all the same.
    handlers: () => ({ GET: () => methodNotAllowed('GET'), POST: (call) => leave(call, parts) }),
  };
}

async function leave(call: Asked, { behaviour, tokens }: Parts): Promise<Answer> {
  switch (behaviour.logout) {
    case 'no-blacklist':
      return detail(
        200,
        'Neither cookies or blacklist are enabled, so the token has not been deleted server side. ' +
          'Please make sure the token is deleted client side.',
      );
    case 'cookie-only':
      return detail(401, 'Refresh token was not included in cookie data.');
    case 'blacklist':
      return blacklist(call, tokens);
  }
}

// These are set by hand in the view, not raised: hence 401 without a challenge.
async function blacklist(call: Asked, tokens: Parts['tokens']): Promise<Answer> {
  const body = await readBody(call.request.headers.get('Content-Type'), call.bytes);
  if (!body.ok) return body.answer;
  const sent = typeof body.data === 'object' && body.data !== null && 'refresh' in body.data ? body.data.refresh : undefined;
  if (sent === undefined) return detail(401, 'Refresh token was not included in request data.');
  const check = await tokens.check(typeof sent === 'string' ? sent : '', 'refresh');
  if (check.ok) {
    tokens.revoke(check.jti);
    return detail(200, 'Successfully logged out.');
  }
  const dead = check.fault === 'Token is blacklisted' || check.fault === 'Token is expired';
  return dead ? detail(401, check.fault) : detail(500, 'An error has occurred.');
}
