import { Component, type ReactNode } from 'react';

/** A page that cannot be drawn says so; the others stay within reach. Give it a key that changes with the page. */
export class Boundary extends Component<{ children: ReactNode }, { failure?: Error }> {
  override state: { failure?: Error } = {};

  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <div role="alert" className="error">
        <p>{`This page cannot be shown: ${failure.message}`}</p>
        <button type="button" onClick={() => this.setState({ failure: undefined })}>Try again</button>
      </div>
    );
  }
}
