// Reads all operations that match, newest first, a step at a time.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Operations } from '../journal/operations.ts';

type Filter = Omit<Parameters<Operations['page']>[0], 'offset' | 'limit' | 'before'>;

/** Operations that are read at once: few enough that nobody's key press has to wait for them. */
const STEP = 500;

/** By their place in the journal, not by counting: what is asked for meanwhile moves nothing. The first error ends it. */
export async function* readOperations(operations: Pick<Operations, 'page'>, filter: Filter): AsyncIterable<Result<readonly Operation[]>> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await operations.page({ ...filter, before, uncounted: true, offset: 0, limit: STEP });
    if (!page.ok) return yield page;
    const last = page.value.operations.at(-1);
    if (last === undefined) return;
    yield ok(page.value.operations);
    before = last.sequence;
  }
}
