// An amount of money: grouped, aligned, in the shop's currency; a dash where the server told none.
import { formatMoney } from '../../shared/domain/money.ts';
import { useCurrency } from '../app/context.ts';

export function Amount({ value, copy = false }: { readonly value: string | null; readonly copy?: boolean }) {
  const currency = useCurrency();
  if (value === null) {
    return (
      <span className="soft" title="Not told by the server">
        —
      </span>
    );
  }
  return <span className={copy ? 'number copy' : 'number'}>{formatMoney(value, currency)}</span>;
}
