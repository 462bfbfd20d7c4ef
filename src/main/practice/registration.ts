// POST /api/accounts/auth/registration/: dj-rest-auth's RegisterView with a serializer that takes the guide's eight fields.
import { type Answer, json, noContent } from './answers.ts';
import { checked, email, text } from './fields.ts';
import { plainProblems, similarityProblem } from './passwords.ts';
import type { Person } from './people.ts';
import { hexadecimal } from './random.ts';
import { nonField, readWhole } from './serializer.ts';
import { type Parts, type View, withValues } from './view.ts';

export function registrationView(parts: Parts): View {
  const { people } = parts;
  const fields = {
    username: checked(text({ max: 150 }), (name) => {
      if (!/^[\p{L}\p{N}_.@+-]+$/u.test(name)) {
        return ['Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.'];
      }
      return people.isNameTaken(name) ? ['A user with that username already exists.'] : [];
    }),
    email: checked(email(), (address) =>
      // Only addresses whose owner has confirmed them count as taken.
      people.isVerifiedEmail(address) ? ['User is already registered with this e-mail address.'] : [],
    ),
    password1: checked(text(), plainProblems),
    password2: text(),
    first_name: text({ max: 150 }),
    last_name: text({ max: 150 }),
    phone_no: text({ max: 15 }),
    address: text({ max: 255 }),
  };

  return {
    name: 'Register',
    access: 'anyone',
    fields,
    handlers: () => ({
      POST: (call) =>
        withValues(
          call,
          (data) => readWhole(data, fields),
          (values) => {
            if (values.password1 !== values.password2) return nonField("The two password fields didn't match.");
            const similar = similarityProblem(values.password1, {
              username: values.username,
              'first name': values.first_name,
              'last name': values.last_name,
              'email address': values.email,
            });
            if (similar !== undefined) return nonField(similar);
            const person = people.add(
              {
                username: values.username,
                email: values.email,
                emailVerified: false,
                firstName: values.first_name,
                lastName: values.last_name,
                phoneNo: values.phone_no,
                address: values.address,
                picture: false,
                active: true,
              },
              values.password1,
            );
            return registered(person, parts);
          },
        ),
    }),
  };
}

async function registered(person: Person, parts: Parts): Promise<Answer> {
  const { registration } = parts.behaviour;
  // With mandatory verification nobody is signed in; otherwise allauth opens a session, wanted or not.
  const cookies = registration === 'verification' ? [] : parts.sessions.open(person);
  switch (registration) {
    case 'verification':
      return json(201, { detail: 'Verification e-mail sent.' });
    case 'nothing':
      return { ...noContent, cookies };
    case 'key':
      return { ...json(201, { key: hexadecimal(parts.random, 40) }), cookies };
    case 'tokens': {
      const { access, refresh } = await parts.tokens.issue(person.id);
      const user = {
        pk: person.id,
        username: person.username,
        email: person.email,
        first_name: person.firstName,
        last_name: person.lastName,
      };
      return { ...json(201, { access, refresh, user }), cookies };
    }
  }
}
