// Made by `go generate ./boards` from the words of package boards (labeltable.go). Do not edit.
import type { labels as nl } from '../nl/door.gen';

/** The same for the kinds that a page knows before there is a board. */
export const labels: typeof nl = {
  kinds: {
    board: 'Board',
    department: 'Department',
    person: 'Person',
  },
  questions: {
  },
  values: {
    board: {
      language: { nl: 'Dutch', en: 'English' },
      status: { draft: 'Being prepared', running: 'Running', paused: 'Paused', closed: 'Closed', archived: 'Archived' },
    },
    department: {
      stage: { front: 'Front stage', back: 'Back stage', support: 'Support', partner: 'Partner' },
    },
    person: {
      role: { facilitator: 'Facilitator', co_facilitator: 'Co-facilitator', participant: 'Participant', observer: 'Observer', guest: 'Customer guest' },
    },
  },
  lines: {
    board: {
      language: { nl: 'Dutch', en: 'English' },
    },
  },
  hints: {
    person: {
      role: { participant: 'You write, rate and vote.', observer: 'You watch. You do not rate or vote.', guest: 'You are a customer yourself and tell how it really went.' },
    },
  },
};
