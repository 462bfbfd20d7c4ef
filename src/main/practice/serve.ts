// `npm run practice-server`: the practice store over HTTP, until it is stopped.
import { readArguments, usage } from './arguments.ts';
import type { PracticeBehaviour } from './behaviour.ts';
import { servePractice } from './listen.ts';
import { PRACTICE_ACCOUNT } from './people.ts';
import { createPracticeStore } from './store.ts';

const asked = readArguments(process.argv.slice(2));

if (!asked.ok) {
  console.error(asked.problem);
  process.exitCode = 2;
} else if (asked.help) {
  console.log(usage());
} else {
  await serve(asked.port, asked.behaviour);
}

async function serve(port: number, behaviour: Partial<PracticeBehaviour>): Promise<void> {
  const store = createPracticeStore({ behaviour });
  try {
    const server = await servePractice(store, port);
    console.log(`Practice store with ${store.state.orderCount} orders at ${server.url}`);
    console.log(`Sign in as ${PRACTICE_ACCOUNT.username} with the password ${PRACTICE_ACCOUNT.password}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(
      taken ? `Port ${port} is taken; choose another with --port, or 0 for any free one.` : `Could not listen: ${String(error)}`,
    );
    process.exitCode = 1;
  }
}
