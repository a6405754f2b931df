import { lazy, type ComponentType } from 'react';

/** A page's program could not be fetched: the server is away, or has been renewed since this app was opened. */
export class PageNotLoaded extends Error {
  constructor(cause: unknown) {
    super('it could not be loaded', { cause });
  }
}

/** A page that comes, with the charts it draws, when it is opened. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(() =>
    load().then(
      (module) => ({ default: module[name] }),
      (cause: unknown) => {
        throw new PageNotLoaded(cause);
      },
    ),
  );
}
