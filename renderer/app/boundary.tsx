import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { EmptyState } from '../components/empty-state'
import { appText } from '../text/app'

interface BoundaryProps {
  readonly children: ReactNode
  /** Another value shows the children afresh, e.g. the page's name. */
  readonly resetKey: string
}

interface BoundaryState {
  readonly failedKey: string | null
}

/** A page that fails is replaced by a sentence; the rest of the window goes on. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failedKey: null }

  override componentDidCatch(error: unknown): void {
    console.error(error)
    this.setState({ failedKey: this.props.resetKey })
  }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failedKey: '' }
  }

  override render(): ReactNode {
    const { failedKey } = this.state
    if (failedKey === null || (failedKey !== '' && failedKey !== this.props.resetKey)) return this.props.children
    return (
      <EmptyState
        text={appText.broken}
        action={<Button onClick={() => this.setState({ failedKey: null })}>{appText.reload}</Button>}
      />
    )
  }
}
