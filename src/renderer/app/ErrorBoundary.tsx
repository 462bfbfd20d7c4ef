// The last net: a bug while drawing ends in a sentence and a way on, never in an empty window.
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="broken">
        <h1>Paydesk could not draw this screen</h1>
        <p>Nothing that you asked for is lost: what was sent to the server stays sent. Show the screen again to go on.</p>
        <Button kind="primary" onPress={() => this.setState({ broken: false })}>
          Show the screen again
        </Button>
      </main>
    );
  }
}
