// What the features about payments are handed.
import type { Connection } from '../http/connection.ts';
import type { Book } from '../store/book.ts';
import type { Send } from '../store/writing.ts';
import type { MethodMemory } from './update-payment.ts';

export interface PaymentsParts {
  readonly connection: Connection;
  readonly book: Book;
  readonly send: Send;
  readonly methods: MethodMemory;
}
