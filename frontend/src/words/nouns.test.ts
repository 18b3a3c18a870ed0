import { describe, expect, it } from 'vitest'
import { a } from './en/nouns'
import { de, deze, onze, welke } from './nl/nouns'

const noun = (one: string) => ({ one, many: '' })

describe('the own word for a customer', () => {
  it('takes the right article in Dutch', () => {
    expect(['huurder', 'raadslid', 'Huishouden', 'klant'].map((one) => de(noun(one)))).toEqual([
      'de huurder',
      'het raadslid',
      'het Huishouden',
      'de klant',
    ])
    expect([onze(noun('lid')), deze(noun('lid')), welke(noun('lid')), onze(noun('gast'))]).toEqual([
      'ons lid',
      'dit lid',
      'welk lid',
      'onze gast',
    ])
  })

  it('takes a or an in English', () => {
    expect(['customer', 'owner', 'user', 'union member', 'uncle'].map((one) => a(noun(one)))).toEqual([
      'a customer',
      'an owner',
      'a user',
      'a union member',
      'an uncle',
    ])
  })
})
