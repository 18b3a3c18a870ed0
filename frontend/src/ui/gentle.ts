/** How a page scrolls by itself: glides, or jumps for who asked for little motion. */
export const gentle = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth')
