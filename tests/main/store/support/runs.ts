// How often a model is tried: few times with every run of the tests, many more where somebody asks for it.
const TIMES = Number(process.env['PAYDESK_MODEL_TIMES'] ?? 1);

/** The long form: PAYDESK_MODEL_TIMES=20 npm run unit -- --testTimeout=0 model find-digits */
export function runs(few: number): number {
  return few * TIMES;
}
