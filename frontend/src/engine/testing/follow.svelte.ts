/** Runs bodies as components would: again whenever something they read changed. Gives the way to stop. */
export function following(bodies: readonly (() => void | (() => void))[]): () => void {
  return $effect.root(() => {
    for (const body of bodies) $effect(body)
  })
}
