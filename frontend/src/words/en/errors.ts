import type { errors as source } from '../nl/errors'

export const errors: typeof source = {
  bad_request: 'The server could not read this. Nothing has changed. Reload the page and try once more.',
  unknown_kind: 'This page is older than the server. Nothing has changed. Reload the page.',
  unknown_field: 'This page is older than the server. Nothing has changed. Reload the page.',
  bad_value: 'That value does not fit here. What was there is still there. Choose something else.',
  bad_text: 'There is a character in it that cannot be used here. Your text is still there. Remove the character and try again.',
  too_long: 'This text is too long. What was there is still there. Make it shorter.',
  not_found: 'This does not exist, or not any more. Nothing else has changed. Go back and choose again.',
  not_allowed: 'Your role cannot do this. Nothing has changed. Ask the facilitator.',
  locked: 'This is locked right now. Nothing has changed. The facilitator can open it.',
  stale: 'This text has changed a lot meanwhile. Your version is kept. Compare the two and move over what you want.',
  text_in_flight: 'Your previous change is still on its way. Both are kept. Wait a moment.',
  over_budget: 'You are out of dots. The ones you gave count. Take one back first.',
  round_closed: 'This round is closed. What you gave before counts. Follow the facilitator to the next part.',
  full: 'There is no room for more. What is here is kept. Ask the facilitator what can go.',
  slow_down: 'That was a lot at once. Nothing is lost. Wait a minute and try again.',
  storage_full: 'The server has run out of space. Everything saved so far is safe. Tell whoever looks after the server.',
  unavailable: 'The server cannot do this right now. Everything saved so far is safe. Try again in a minute.',
  network: 'There is no connection to the server. Nothing was sent. Check your wifi and try again.',
  unknown: 'Something went wrong on the server. Everything saved so far is safe. Try again.',
}
