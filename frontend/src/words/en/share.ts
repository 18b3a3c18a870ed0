import type { share as source } from '../nl/share'

export const share: typeof source = {
  title: 'Your workshop is ready',
  scan: 'Scan or type the code',
  qr: (address) => `QR code for ${address}`,
  address: 'Which address can others reach?',
  kinds: { wifi: 'wifi', cable: 'cable', other: 'network', here: 'this address', local: 'only here' },
  localhost: (which) => `You opened this board as localhost. That works on this laptop only, so the links use the ${which}.`,
  whichAddress: { wifi: 'wifi address', cable: 'cable address', other: 'network address', here: 'address in your address bar', local: 'address of this laptop' },
  onlyHere: 'This address works on this laptop only. Connect the laptop to wifi or a cable, and others can join.',
  addressesFailed: 'The addresses of this laptop could not be fetched. The links use the address in your address bar.',
  participants: 'Participants',
  participantsHint: 'watch and take part',
  projector: 'Projector',
  projectorHint: 'watch only',
  cofacilitator: 'Co-facilitator',
  cofacilitatorHint: 'leads with you',
  copyLink: (who) => `Copy the link for: ${who}`,
  hidden: 'link with a key',
  keyTitle: 'Keep your facilitator key',
  keyText: 'Whoever has it leads this workshop. We show it once and cannot bring it back.',
  key: 'Link with your facilitator key',
  save: 'Save',
  kept: 'I have kept the key',
  openProjector: 'Open projector',
  toBoard: 'To the board',
  nobody: 'Nobody here yet. Chairs fill up by department.',
  inside: (n) => (n === 1 ? '1 person here' : `${n} people here`),
  askTitle: 'The key is not kept yet',
  askText: 'Without the key you can lead this workshop on this device only, and only as long as your browser remembers it.',
  askStay: 'Keep it first',
  askLeave: 'Go on anyway',
  fileName: (title) => `Key ${title}`,
  file: (title, link, key) =>
    `Facilitator key of “${title}”\n\nOpen this link to lead the workshop:\n${link}\n\n` +
    `Does the address no longer work? Put this behind the new address of Muntsaus: /k#${key}\n\n` +
    'Whoever has this key leads the workshop. Keep it like a password.\n',
}
