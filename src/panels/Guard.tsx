import { Component, type ReactNode } from "react";

/** One table that breaks must not take the page with it. */
export class Guard extends Component<{ says: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    return this.state.broken ? <p className="xj-warning">{this.props.says}</p> : this.props.children;
  }
}
