/** The pretend account service: it knows which servers were approved and tells all who listen. */
export interface PretendAccount {
  approve(machineIdentifier: string): void
  /** In the order of approval, each once. */
  approved(): readonly string[]
  /** Calls back at every approval. Returns how to stop that. */
  onApprove(tell: (machineIdentifier: string) => void): () => void
}

export function pretendAccount(): PretendAccount {
  const approved = new Set<string>()
  const listeners = new Set<(machineIdentifier: string) => void>()
  return {
    approve: (machineIdentifier) => {
      approved.add(machineIdentifier)
      for (const tell of listeners) tell(machineIdentifier)
    },
    approved: () => [...approved],
    onApprove: (tell) => {
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
  }
}
