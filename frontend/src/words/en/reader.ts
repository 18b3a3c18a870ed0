import type { reader as readerSource } from '../nl/reader'

export const reader: typeof readerSource = {
  title: 'The summary',
  print: 'Print',
  notPrinted: 'The print window does not open here. Choose Print in the menu of your browser.',
}
