// The tests of the connection check, in the order in which they run, each with what has to be in order before it makes sense.
import type { CheckStep } from '../../shared/domain/connection-check.ts';
import type { Finding } from './finding.ts';
import type { At, Known } from './known.ts';
import { checkAddress } from './steps/address.ts';
import { checkApi } from './steps/api.ts';
import { checkClock } from './steps/clock.ts';
import { checkEncryption } from './steps/encryption.ts';
import {
  checkHistory,
  checkNewOrder,
  checkNewPayment,
  checkOrder,
  checkProfile,
  checkRegister,
  checkRenew,
  checkSignOut,
} from './steps/endpoints.ts';
import { checkEmbedded, checkPaging } from './steps/form.ts';
import { checkPayment, checkUpdate } from './steps/payments.ts';
import { checkConnection, checkName } from './steps/reach.ts';
import { checkSignIn } from './steps/sign-in.ts';
import { checkSpeed } from './steps/speed.ts';

interface Step {
  readonly step: CheckStep;
  readonly needs: readonly CheckStep[];
  run(at: At, known: Known): Promise<Finding>;
}

export const STEPS: readonly Step[] = [
  { step: 'address', needs: [], run: checkAddress },
  { step: 'name', needs: ['address'], run: checkName },
  { step: 'connection', needs: ['name'], run: checkConnection },
  { step: 'encryption', needs: ['connection'], run: checkEncryption },
  { step: 'api', needs: ['encryption'], run: checkApi },
  { step: 'sign-in', needs: ['api'], run: checkSignIn },
  // A server that is not this one has a clock, too.
  { step: 'clock', needs: ['encryption'], run: checkClock },
  { step: 'profile', needs: ['sign-in'], run: checkProfile },
  { step: 'history', needs: ['sign-in'], run: checkHistory },
  { step: 'order', needs: ['history'], run: checkOrder },
  { step: 'new-order', needs: ['sign-in'], run: checkNewOrder },
  { step: 'new-payment', needs: ['sign-in'], run: checkNewPayment },
  // It tells what may be done with one payment, before one is read.
  { step: 'update', needs: ['sign-in'], run: checkUpdate },
  { step: 'payment', needs: ['update'], run: checkPayment },
  { step: 'register', needs: ['api'], run: checkRegister },
  { step: 'renew', needs: ['api'], run: checkRenew },
  { step: 'sign-out', needs: ['api'], run: checkSignOut },
  { step: 'paging', needs: ['history'], run: checkPaging },
  { step: 'embedded', needs: ['history'], run: checkEmbedded },
  { step: 'speed', needs: ['api'], run: checkSpeed },
];
