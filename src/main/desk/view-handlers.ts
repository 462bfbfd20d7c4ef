// Main's answers about saved views and about where somebody left the history.
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import type { HistoryPlace } from '../../shared/ipc/view-requests.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SaveFile } from '../activity/export.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { takeIn, viewsText } from '../settings/carry-views.ts';
import type { ViewsFile } from '../settings/views-file.ts';
import type { Identity } from './identity.ts';

/** The file's text; null when the person closed the dialog. */
export type OpenFile = (file: {
  readonly type: string;
  readonly extension: string;
  readonly longest: number;
}) => Promise<Result<string | null>>;

export interface ViewHandlersParts {
  readonly views: ViewsFile;
  readonly saveFile: SaveFile;
  readonly openFile: OpenFile;
  identity(): Identity | null;
}

type Names = `views.${'read' | 'save' | 'export' | 'import'}` | `look.${'read' | 'save'}`;

const FILE = { type: 'Views', extension: 'json' } as const;
/** Forty views of the longest texts are a tenth of it. */
const LONGEST = 1_000_000;

export function createViewHandlers({ views, saveFile, openFile, identity }: ViewHandlersParts): Pick<Handlers, Names> {
  /** Practice leaves nothing behind. */
  const practised = new Map<string, HistoryPlace>();
  const owner = (): (Owner & { readonly practice: boolean }) | null => {
    const own = identity();
    return own === null
      ? null
      : { server: own.connection.server.base, username: own.connection.username, practice: own.connection.practice };
  };
  return {
    'views.read': () => ok([...views.views()]),
    'views.save': (input) => {
      views.saveViews(input.views);
      return ok([...views.views()]);
    },
    'views.export': async () => {
      async function* chunks(): AsyncIterable<Result<string>> {
        yield ok(viewsText(views.views()));
      }
      return await saveFile({ name: 'paydesk-views.json', ...FILE, chunks: chunks() });
    },
    'views.import': async () => {
      const text = await openFile({ ...FILE, longest: LONGEST });
      if (!text.ok || text.value === null) return text.ok ? ok(null) : text;
      const taken = takeIn(views.views(), text.value);
      if (!taken.ok) return taken;
      views.saveViews(taken.value.views);
      return ok({ ...taken.value, views: [...taken.value.views] });
    },
    'look.read': () => {
      const who = owner();
      if (who === null) return fail({ kind: 'session-ended' });
      return ok(who.practice ? (practised.get(who.username) ?? null) : views.place(who));
    },
    'look.save': (place) => {
      const who = owner();
      if (who === null) return fail({ kind: 'session-ended' });
      if (who.practice) practised.set(who.username, place);
      else views.savePlace(who, place);
      return ok(null);
    },
  };
}
