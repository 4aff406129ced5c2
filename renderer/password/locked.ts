/** Whether a sealed book has just been closed because nobody was there. */
import { createSignal } from '../state/signal.ts';

/** What the start page says above the password; null = nothing was locked. */
export const locked = createSignal<string | null>(null);
