/** Leading a workshop alone, to try it. */
export const rehearsal = {
  title: 'Proefrondje',
  example: 'voorbeeld',
  intro: (names: string) =>
    `${names} zijn verzonnen. Ze schrijven en stemmen vanzelf, zonder apparaat: daarom heten ze weg. Jij leidt. Twee minuten.`,
  steps: [
    'Laat de collega’s opschrijven wat er misgaat. Het komt op de kaart.',
    'Druk op “Open de stemronde”. Iedereen verdeelt stippen, en niemand ziet die van een ander.',
    'Druk twee keer op “Onthul”, of op de toets R.',
    'Dit is de uitslag, ruw en eerlijk geteld. Zo gaat elke ronde: openen, wachten, onthullen. Kijk gerust verder rond.',
  ],
  letThemWrite: 'Laat ze schrijven',
  end: 'Gooi het proefrondje weg',
  pains: [
    'Vier keer hetzelfde verhaal vertellen',
    'Niemand weet hoe lang het duurt',
    'Dagenlang niets horen',
    'De rekening komt zonder uitleg',
  ],
}
