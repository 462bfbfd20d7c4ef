// The shape of main's answers: one handler for each request of the contract.
import type { Input, Output, RequestName } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';

export type Handlers = {
  readonly [N in RequestName]: (input: Input<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
};
