// Main's answers to what the page asks about everything that this desk did.
import { needsPerson, sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation, Owner } from '../../shared/domain/operation-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Exports } from '../activity/export.ts';
import { localDay, localZone } from '../activity/local-day.ts';
import { readOperations } from '../activity/read-operations.ts';
import { shiftFigures } from '../activity/shift-sheet.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { Operations } from '../journal/operations.ts';
import type { Identity } from './identity.ts';

export interface ActivityHandlerParts {
  readonly exports: Exports;
  identity(): Identity | null;
  /** false when the person closed the dialog. */
  print(): Promise<Result<boolean>>;
  wallClock(): Date;
}

type Names = `activity.${'entry' | 'decisions' | 'clerks' | 'verify' | 'shift'}` | 'app.print' | 'operations.export';
export type ActivityHandlers = Pick<Handlers, Names>;

export function createActivityHandlers({ exports, identity, print, wallClock }: ActivityHandlerParts): ActivityHandlers {
  /** For those who are signed in where there is a journal. */
  const withJournal =
    <I, O>(handler: (operations: Operations, input: I, own: Identity) => Promise<Result<O>>) =>
    async (input: I): Promise<Result<O>> => {
      const own = identity();
      if (own === null) return fail({ kind: 'session-ended' });
      return own.operations.ok ? await handler(own.operations.value, input, own) : own.operations;
    };

  return {
    'activity.entry': withJournal(async (operations, { id }, own) => {
      const story = await operations.story(id);
      if (!story.ok || story.value === null || story.value.operation.owner.server !== ownerOf(own).server)
        return story.ok ? ok(null) : story;
      const { operation, moves } = story.value;
      return ok({ operation, moves: [...moves], own: sameOwner(operation.owner, ownerOf(own)) });
    }),
    'activity.decisions': withJournal(async (operations, { offset, limit }, own) => {
      const due = unsettledOf(operations, own).filter(needsPerson);
      return ok({ total: due.length, operations: due.slice(offset, offset + limit) });
    }),
    'activity.clerks': withJournal(async (operations, _input, own) => {
      const actors = await operations.actors(ownerOf(own).server);
      return actors.ok ? ok([...actors.value]) : actors;
    }),
    'activity.verify': withJournal((operations) => operations.verify()),
    'activity.shift': withJournal(async (operations, { day }, own) => {
      const { server } = ownerOf(own);
      const found: Operation[] = [];
      for await (const some of readOperations(operations, { ...localDay(day), server })) {
        if (!some.ok) return some;
        found.push(...some.value);
      }
      return ok({
        ...shiftFigures(found),
        day,
        zone: localZone(),
        server: own.connection.practice ? 'the practice store' : server,
        madeAt: wallClock().toISOString(),
      });
    }),
    'app.print': print,
    'operations.export': withJournal((operations, input, own) => {
      switch (input.what) {
        case 'activity':
          return exports.exportActivity(operations, ownerOf(own).server, input.filter);
        case 'journal':
          return exports.exportJournal(operations);
        case 'waiting':
          return exports.exportOperations(unsettledOf(operations, own), 'waiting');
      }
    }),
  };
}

function ownerOf({ connection: { server, username } }: Identity): Owner {
  return { server: server.base, username };
}

/** Of this person at this server, oldest first. */
function unsettledOf(operations: Operations, own: Identity): readonly Operation[] {
  return operations.unsettled().filter(({ owner }) => sameOwner(owner, ownerOf(own)));
}
