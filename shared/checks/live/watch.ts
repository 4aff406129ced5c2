/** Who looked at what: while something is worked out, the places it looks at are written down. */

/** Told when a place it looked at has changed. */
export interface Watcher {
  stale(): void;
}

type Places = ReadonlySet<string>;

/** What is being worked out just now. */
interface Frame {
  places: Set<string> | null;
}

export class Watch {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly looked = new WeakMap<Watcher, Places>();
  private readonly frames: Frame[] = [];

  /** Notes that the work at hand looks at a place. */
  see(place: string): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) return;
    frame.places ??= new Set();
    frame.places.add(place);
  }

  /** Runs work and answers what it looked at; null when at nothing. */
  observe<T>(work: () => T): { readonly value: T; readonly places: Places | null } {
    const frame: Frame = { places: null };
    this.frames.push(frame);
    try {
      return { value: work(), places: frame.places };
    } finally {
      this.frames.pop();
    }
  }

  /** Tells the watcher of changes at these places, and of no others any more. */
  follow(watcher: Watcher, places: Places | null): void {
    const before = this.looked.get(watcher);
    if (before !== undefined) {
      for (const place of before) if (places?.has(place) !== true) this.drop(place, watcher);
    }
    if (places === null) {
      this.looked.delete(watcher);
      return;
    }
    this.looked.set(watcher, places);
    for (const place of places) {
      const known = this.watchers.get(place);
      if (known === undefined) this.watchers.set(place, new Set([watcher]));
      else known.add(watcher);
    }
  }

  changed(place: string): void {
    for (const watcher of this.watchers.get(place) ?? []) watcher.stale();
  }

  private drop(place: string, watcher: Watcher): void {
    const known = this.watchers.get(place);
    known?.delete(watcher);
    if (known?.size === 0) this.watchers.delete(place);
  }
}
