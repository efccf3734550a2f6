import { Component, type ReactNode } from "react";

interface Props {
  /** What is guarded, in the sentence that stands in its place. */
  readonly name: string;
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

/** What fails inside is replaced by a sentence; everything around it goes on. */
export class GuardView extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return this.props.instead ?? <p className="failed">This {this.props.name} could not be shown.</p>;
  }
}
