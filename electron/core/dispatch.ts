/** One way in for every call: known name, checked input, handler, answer. Never throws. */
import type { Answer } from '../../shared/api/client.ts';
import { api, type CallName } from '../../shared/api/contract.ts';
import { type Failure, FailureError, failure } from '../../shared/api/failure.ts';
import { type EntityName, entities } from '../../shared/entities/index.ts';
import type { Context, Handlers } from './context.ts';
import { checkEntity, checkFixed, type EntityVerb } from './input.ts';

export interface DispatchParts {
  readonly handlers: Handlers;
  /** The context of one call. */
  readonly context: () => Context;
  /** What an error that is no FailureError means to the user, or null when it is unexpected. */
  readonly known: (error: unknown) => Failure | null;
  /** Writes an unexpected error down and answers its incident number. */
  readonly incident: (call: string, error: unknown) => string;
}

/** Makes the dispatcher over a full set of handlers. */
export function createDispatch(parts: DispatchParts): (name: string, raw: unknown) => Promise<Answer> {
  return async (name, raw) => {
    try {
      if (!isCall(name)) return { ok: false, failure: failure('UNKNOWN_CALL', { call: String(name).slice(0, 60) }) };
      return { ok: true, value: await run(parts, name, raw) };
    } catch (error) {
      return { ok: false, failure: failureFor(parts, name, error) };
    }
  };
}

function run(parts: DispatchParts, name: CallName, raw: unknown): unknown {
  // The input has just been checked against the contract entry of the same name, which is what the handler takes;
  // TypeScript cannot follow that one name through both.
  const handler = parts.handlers[name] as (input: unknown, ctx: Context) => unknown;
  return handler(checkInput(name, raw), parts.context());
}

function checkInput(name: CallName, raw: unknown): unknown {
  if (isFixed(name)) return checkFixed(name, raw);
  const [entity = '', verb = ''] = name.split('.');
  // `isCall` has recognised both.
  return checkEntity[verb as EntityVerb](entity as EntityName, raw);
}

function failureFor(parts: DispatchParts, name: string, error: unknown): Failure {
  if (error instanceof FailureError) {
    if (error.cause !== undefined) parts.incident(name, error);
    return error.failure;
  }
  return parts.known(error) ?? failure('INTERNAL', { incident: parts.incident(name, error) });
}

function isCall(name: string): name is CallName {
  if (typeof name !== 'string') return false;
  if (isFixed(name)) return true;
  const [entity = '', verb = '', ...rest] = name.split('.');
  return rest.length === 0 && Object.hasOwn(entities, entity) && Object.hasOwn(checkEntity, verb);
}

function isFixed(name: string): name is keyof typeof api {
  return Object.hasOwn(api, name);
}
