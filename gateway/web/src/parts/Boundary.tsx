import { Component, type ReactNode } from 'react';
import { PageNotLoaded } from './page';

/** A page that cannot be drawn says so; the others stay within reach. Give it a key that changes with the page. */
export class Boundary extends Component<{ children: ReactNode }, { failure?: Error }> {
  override state: { failure?: Error } = {};

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  private retry(failure: Error) {
    // A page that failed to load stays failed for this visit, and its file may have another name by now.
    if (failure instanceof PageNotLoaded) window.location.reload();
    else this.setState({ failure: undefined });
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <div role="alert" className="error">
        <p>{`This page cannot be shown: ${failure.message}`}</p>
        <button type="button" onClick={() => this.retry(failure)}>Try again</button>
      </div>
    );
  }
}
