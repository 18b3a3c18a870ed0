import type { Scripts } from './script'

export const scripts: Scripts = {
  welcome: {
    goal: 'Everybody is in, knows why we are here and feels free to speak.',
    say: [
      'Welcome: today we walk along with one customer, from start to finish.',
      'We look at the journey, not at people; everybody did their best with what they had.',
      'Take your phone or laptop, type the code and pick your department.',
    ],
    tip: 'Read the purpose aloud and ask what should be settled by the end.',
    pitfalls: [
      'A long introduction. After ten minutes people want to do something.',
      'An empty chair nobody mentions. Say out loud who is missing.',
    ],
  },
  warmup: {
    goal: 'Everybody has spoken once before it is about work.',
    say: [
      'Think of a time you were the customer and it went really well, or really badly.',
      'Write it down in two sentences; you have two minutes.',
      'Whoever likes tells it in one minute, and passing is fine.',
    ],
    tip: 'Go first, with a story in which you are not the hero.',
    pitfalls: ['Fun that is compulsory. Passing is always fine.', 'Stories that run on. Keep the clock in sight.'],
  },
  mirror: {
    goal: 'We see how we rate ourselves, and how we rate the organisation.',
    say: [
      'Give a mark for how customer-focused you are, and one for everybody else.',
      'Honest beats polite, because nobody sees who said what.',
      'Later we look at the difference, not at who is right.',
    ],
    tip: 'Let the result stand for half a minute before you say anything about it.',
    pitfalls: [
      'Explaining who aimed too high. It is about the pattern.',
      'A small group. With fewer than five answers nobody stays anonymous.',
    ],
  },
  courage: {
    goal: 'We see whether people dare to deviate, and whether they know what they may do.',
    say: [
      'Read three sentences and say how true each one is for you.',
      'Nobody sees who says what, and departments are not shown.',
      'Afterwards we ask: which mistake may you make here?',
    ],
    tip: 'Hold the result against the number of mandate cards you make.',
    pitfalls: ['Explaining at once that it is allowed. First ask when somebody did not dare.'],
  },
  importance: {
    goal: 'We know how important customer focus is here, also when it costs something.',
    say: [
      'Give a number for how it is, not for how it is planned.',
      'Think of the last time it took money or time.',
      'Afterwards whoever wants to tells: what did you give up for it this month?',
    ],
    tip: 'Then let the sponsor say in one sentence what they will give for it.',
    pitfalls: ['Cheering a high number without an example. Ask what it took.'],
  },
  promise: {
    goal: 'We know what we promise the customer, in the words they read.',
    say: [
      'This is what we promise our customers, word for word from the website or the letter.',
      'Read it in silence and keep one word that sticks.',
      'Later we hold it against every step: do we live up to it here?',
    ],
    tip: 'Paste the real text, even when it is not pretty.',
    pitfalls: [
      'Debating how it could be worded better. Today the text is what it is.',
      'A promise nobody knew. Write that down, it is a finding.',
    ],
  },
  persona: {
    goal: 'Everybody has the same customer in mind.',
    say: [
      'This is our customer today; I will read who it is and what is going on.',
      'From now on we do not say “the customer”, we use the name.',
      'What did you hear somebody like this literally say? Add it as a quote.',
    ],
    tip: 'Let a customer speak or play a recording: one sentence from outside does more than a whole profile.',
    pitfalls: [
      'An average customer nobody has ever met. Pick one recognisable person.',
      'Made-up quotes. Say where you heard it, or leave it out.',
    ],
  },
  needs: {
    goal: 'We know what our customer wants, and where we see it differently.',
    say: [
      'Write down what our customer wants: I want something, so that something becomes possible.',
      'Beside it, put what we as professionals call good, and whether the two clash.',
      'Then everybody says in silence how familiar each need is.',
    ],
    tip: 'Read the part after “so that” aloud: it says what matters to the customer.',
    pitfalls: [
      'Our own wishes in the customer’s mouth. Ask who heard a customer say it.',
      'Talking about the mean. Begin with the department that is furthest from it.',
    ],
  },
  knowledge: {
    goal: 'We know what we know for sure, what we assume, and who finds out the rest.',
    say: [
      'One thing per card: what do we know about customers, think, and not know?',
      'If we really know it, add the source and how many customers that were.',
      'Every question that is left gets one name and one date.',
    ],
    tip: 'Take the three biggest pains and ask of each: who did we hear this from?',
    pitfalls: [
      'Experience that counts as certainty. One customer is a start, no proof.',
      'A long list of questions. Choose three that somebody can find out tomorrow.',
    ],
  },
  steps: {
    goal: 'The journey is on the table, in steps the customer goes through.',
    say: [
      'On your own, take three minutes to write what the customer does, one thing after the other.',
      'Start each step with what the customer does, not with what we process.',
      'Then we put them in order together and drop the doubles.',
    ],
    tip: 'Ten to fifteen steps is plenty. Start where it happens to the customer, not where our file begins.',
    pitfalls: [
      'A map of our own process. If it says “register” or “assess”, ask what the customer notices of it.',
      'Solutions already. Park them, their turn will come.',
    ],
  },
  break: {
    goal: 'Everybody is back in time, and fresher.',
    say: [
      'We stop for a moment and go on at the time on the screen.',
      'Take a walk or get something to drink.',
      'Whatever you still want to say, you can write down later.',
    ],
    tip: 'Merge double notes meanwhile; it saves a discussion later.',
    pitfalls: ['Waiting for the last one. Start in time, and the next break will be in time too.'],
  },
  blueprint: {
    goal: 'For every step we see who works in front and behind the scenes, and where work changes hands.',
    say: [
      'For each step write what your department does, short enough for a customer to follow.',
      'Above the line is what the customer sees, below it what they do not.',
      'If you pass the work on to another department, confirm the hand-off.',
    ],
    tip: 'Let every department fill in its own cells; whoever does it for another writes down a guess.',
    pitfalls: [
      'Writing it all out as in a process model. One line per cell is enough.',
      'Filling an empty cell for the sake of it. Empty is an answer too: nobody is here.',
    ],
  },
  ownership: {
    goal: 'We know whose every step is, and which one is nobody’s.',
    say: [
      'Say for each step whether it is your department’s: yes, no or don’t know.',
      'Do it in silence; nobody sees what another picks, and neither do I.',
      'Then we only talk about the steps that are nobody’s or more than one’s.',
    ],
    tip: 'At a step of nobody, ask: “Who calls the customer when it goes wrong here?”',
    pitfalls: ['Mixing up owner and culprit. It is about who may change it.', 'Filling the silence. “Don’t know” is a useful answer here.'],
  },
  leading: {
    goal: 'We know at which steps the customer leads, and where a task, process, system or product does.',
    say: [
      'Choose for each step who leads: the customer, a task, the process, the system or the product.',
      'Choose what really happens, not what should happen.',
      'Then we look at one step where the customer could lead from tomorrow on.',
    ],
    tip: 'Where the system leads, ask: “What would you do with pen and paper?”',
    pitfalls: ['Choosing “the customer” everywhere. Ask who waits when it is busy.'],
  },
  inside: {
    goal: 'We see how far our own idea is from what customers really give, and whether that difference means anything.',
    say: [
      'On the customer’s own scale, estimate what customers give us, on your own and in silence.',
      'Only when everybody is done the real score joins, with how many customers it is of.',
      'Then we do not ask who was right, but where we got it from.',
    ],
    tip: 'At a big difference, ask: “Which customer did you have in mind?”',
    pitfalls: [
      'Explaining a difference of few customers. The screen says when it means nothing.',
      'Defending the score. It is what customers said, also where we see it differently.',
    ],
  },
  rate: {
    goal: 'We see how the customer experiences every step, and where departments see it differently.',
    say: [
      'Pick the face the customer has at each step, through their eyes and not through yours.',
      'Rate on your own, in silence, and skip what you do not know.',
      'After the reveal I will ask: what do you see the customer do here that the other does not?',
    ],
    tip: 'At a gap, let the lowest score speak first, then the highest, then the rest. A minute of silence helps more than an argument.',
    pitfalls: [
      'An average that hides two camps. Look at the gap, not just at the line.',
      'A picture that is shared and still wrong. Ask what customers said themselves.',
      'One loud voice. Give the quiet side the floor first.',
    ],
  },
  lunch: {
    goal: 'Everybody eats, and nobody works through it.',
    say: [
      'Enjoy your lunch; we go on at the time on the screen.',
      'Sit next to somebody from another department.',
      'After lunch we move from looking to choosing.',
    ],
    tip: 'Leave one customer quote on the screen and the talk goes on by itself.',
    pitfalls: ['Cutting lunch to catch up. Skip an item instead.'],
  },
  offmenu: {
    goal: 'We know what happens when somebody asks for what is not on the menu.',
    say: [
      'Somebody plays a customer with an ordinary question that we do not offer as standard.',
      'The others watch and tick what they see happen.',
      'Then we agree what you may do from now on without asking first.',
    ],
    tip: 'Take a real question from last week; the more ordinary, the better.',
    pitfalls: [
      'A play to catch somebody out. Volunteers act, the rest looks at how it is organised.',
      'Ending with “it depends”. Ask who may decide, and how far.',
    ],
  },
  pains: {
    goal: 'All the customer’s pains are on the table, each at a step.',
    say: [
      'First write on your own where it hurts the customer, one thing per note and at a step.',
      'Then you read each other’s notes in pairs, and then in fours.',
      'Only then do we show everything at once, and who wrote what stays unknown.',
    ],
    tip: 'A good pain says what the customer goes through: “Waiting nine days without a word”.',
    pitfalls: [
      'A pain without a step. Ask: when does the customer notice?',
      'Names of colleagues. Write what happens, not who did it.',
      'A solution in disguise, like “there is no app”. Ask what goes wrong because of it.',
    ],
  },
  rules: {
    goal: 'We have found rules that stand in the customer’s way, and decided what happens to them.',
    say: [
      'Which rule or habit can you not explain to a customer?',
      'Write it the way we say it, and whose it is.',
      'For each rule we choose: keep, give room, change, scrap or ask.',
    ],
    tip: 'Ask who here may decide right now, and scrap at least one before you go on.',
    pitfalls: [
      'A pointless rule that turns out to be law. You cannot scrap it, but you can ask how much room it leaves.',
      'Laughing about the rule together and deciding nothing.',
    ],
  },
  vote: {
    goal: 'We know what to tackle first.',
    say: [
      'Divide your dots over what should go first for the customer.',
      'Vote as the customer, not for your own department.',
      'Nobody sees your dots; we reveal everything at once, raw and fair side by side.',
    ],
    tip: 'Merge double pains before you open, or the dots get split.',
    pitfalls: [
      'Dots taken for facts. Check whether we know it or think it.',
      'A large department that wins by number. In the fair score every department has one voice.',
    ],
  },
  causes: {
    goal: 'Under the biggest pains lies a cause that we can do something about.',
    say: [
      'Take one pain and keep asking: why is that?',
      'Write each answer under the one before, five times at most.',
      'At the end ask: and what else?',
    ],
    tip: 'Stop as soon as you reach something that somebody here can change.',
    pitfalls: [
      'Ending at “too few people” or “the system”. Ask what exactly does not happen then.',
      'Ending at a person. Ask what stood in their way.',
    ],
  },
  fixes: {
    goal: 'Every big pain has something that can start this week.',
    say: [
      'First think of two fixes on your own: an ordinary one, and one that delights the customer.',
      'Then share them and build on each other’s.',
      'If it can be done right now, do it here and mark it as solved.',
    ],
    tip: 'Ask: “What can we do differently on Monday, without asking anybody?”',
    pitfalls: [
      'Nothing but plans for a new system. Ask what can be done this week.',
      'A fix with no pain under it. Ask who will be glad of it.',
      'Compulsory delight. It may be fun, it need not be.',
    ],
  },
  delights: {
    goal: 'We have found a few small things that a customer will tell about at home.',
    say: [
      'Choose a step that everybody forgets. What would make it special?',
      'Small is fine. It need not cost anything.',
      'It may be fun for the colleague who does it too.',
    ],
    tip: 'Begin with the steps that are nearly neutral and have no story.',
    pitfalls: [
      'Adding delight while the basics are not in order. First the pain, then the fun.',
      'Compulsory delight. It may be fun, it need not be.',
    ],
  },
  matrix: {
    goal: 'We see which fix does a lot with little effort.',
    say: [
      'Estimate for each fix what it gives the customer, what it costs us and how much fun it is.',
      'Be quick and silent; your first hunch is good enough.',
      'We start with what gives a lot and costs little.',
    ],
    tip: 'If the estimates differ, ask what one person knows that the other does not.',
    pitfalls: ['Calculating with estimates as if they were measurements.', 'Effort estimated by people who need not do it.'],
  },
  commit: {
    goal: 'Every fix has one name and one date.',
    say: [
      'For each fix I look for one name: who makes sure it happens?',
      'Pick a date you believe in yourself, and a first step for tomorrow.',
      'Whoever gives their name says yes themselves, on their own screen.',
    ],
    tip: 'Five fixes at once is a lot. Rather three that happen.',
    pitfalls: [
      'The name of somebody who is not here. Call them now, or choose another.',
      '“The team” as owner. A team has no diary.',
      'A date far away. Ask what there is to see in two weeks.',
    ],
  },
  indicator: {
    goal: 'There is one number that tells us whether it gets better for the customer.',
    say: [
      'Which number shows the customer themselves that it is getting better?',
      'We choose one, with a baseline and a day on which we measure again.',
      'Every department says what it will do to move that number.',
    ],
    tip: 'Choose something the customer says or does, not something we count.',
    pitfalls: ['Choosing five numbers. Whoever steers by five steers by none.', 'A number that only moves in a year.'],
  },
  coffee: {
    goal: 'What is said only at the coffee machine lies on the table.',
    say: [
      'Write down what everybody thinks and nobody says aloud.',
      'There is no name on it and no time; I do not read it now either.',
      'Do you agree that we open the box and put everything on the screen, mixed up?',
    ],
    tip: 'Read the notes aloud without comment, and only then ask: what do you recognise?',
    pitfalls: ['Guessing who wrote it. Say beforehand that we do not.'],
  },
  reflection: {
    goal: 'Everybody knows of themselves where they were the waitress.',
    say: [
      'When did you say no without asking further?',
      'Write it for yourself; nobody reads along.',
      'Whoever wants to shares something, with or without a name.',
    ],
    tip: 'Begin yourself, with an example you are not proud of.',
    pitfalls: ['Asking somebody to share. What is theirs stays there unless they want otherwise.'],
  },
  backwards: {
    goal: 'We see what must have happened before the customer gets what they want.',
    say: [
      'This is the end the customer wants. What must have happened just before it?',
      'We walk back, step by step, and write down what was needed for it.',
      'Is a step missing? Put it in.',
    ],
    tip: 'Ask at every step: who must have known this already?',
    pitfalls: ['Reasoning forwards after all. Go back to the question: what must have happened before this?'],
  },
  loops: {
    goal: 'Of every fix we know how far it is, and what it still needs.',
    say: [
      'This is what we agreed last time. What worked?',
      'One sentence per fix from its owner: done, under way, or what is needed.',
      'Is something stuck? Then we agree on a new date, or we drop it.',
    ],
    tip: 'Begin with what worked, and ask what the customer noticed of it.',
    pitfalls: [
      'Calling people to account. Ask what is needed, not why it is not done.',
      'Taking everything along again. Dropping is fine, and five at once is enough.',
    ],
  },
  autopsy: {
    goal: 'One incident is understood, and we change something because of it.',
    say: [
      'We take one incident. Everybody did what made sense at that moment.',
      'What happened, and what did we expect?',
      'Why did it make sense then, what do we learn, and what do we change?',
    ],
    tip: 'Write about the work and not about people; names are not needed.',
    pitfalls: ['Looking for a culprit. Ask what in the work made it so.', 'A lesson without a change. Agree on when you look back.'],
  },
  own: {
    goal: 'Something you thought up yourselves.',
    say: [
      'This is what we will do now, and why at this very moment.',
      'We have what the clock says for it.',
      'At the end there is something we can go on with.',
    ],
    tip: 'Beforehand, write in one sentence what this item should bring.',
    pitfalls: ['An item without an outcome. It always runs over.'],
  },
  close: {
    goal: 'Everybody leaves with one thing that will be different on Monday.',
    say: [
      'What will you do differently on Monday?',
      'This is what we agreed, with a name and a date, and on this day we look back.',
      'Who deserves the podium for what happened here today?',
    ],
    tip: 'Read the agreements aloud, let every owner nod, and only then close.',
    pitfalls: [
      'Results that vanish. Have everybody put the look-back day in their calendar now.',
      'Ending with your own summary. Give the room the last word.',
    ],
  },
}
