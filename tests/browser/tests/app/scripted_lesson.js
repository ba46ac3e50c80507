// Watches a lesson again, through the screens, with the clock of the script: the visit is `arguments[0]`.
const [visit, done] = arguments;
const find = selector => document.querySelector(selector);
const until = async (what, look) => {
    for (let times = 0; times < 1000; times += 1) {
        const found = look();
        if (found) return found;
        await new Promise(then => setTimeout(then, 10));
    }
    throw new Error(`waited in vain for ${what}`);
};
const there = selector => until(selector, () => find(selector));
const press = async name => {
    const named = one => one.checkVisibility() && (one.getAttribute('aria-label') ?? one.textContent.trim()) === name;
    (await until(name, () => [...document.querySelectorAll('button')].find(named))).click();
};
const write = (field, text, event = 'input') => {
    field.value = text;
    field.dispatchEvent(new Event(event, { bubbles: true }));
};
const go = async step => {
    location.hash = location.hash.split('/').slice(0, 3).concat(step).join('/');
    await until(step, () => find('nav [aria-current=step]')?.hash.endsWith(step));
};

async function prepare({ visit: about, created_at }) {
    setClock(created_at);
    await press('Nieuw bezoek');
    for (const name of ['focus', 'group', 'subject', 'pupils']) write(await there(`#${name}`), about[name]);
    write(find('#teacher'), about.teacher.name);
    write(find('#observer'), about.observer.name);
    find(`#kind input[value=${about.kind}]`).click();
}

async function note({ text, indicator, sign }) {
    write(find('#note'), text);
    if (indicator) find(`[data-tag=${indicator}]`).click();
    const signs = [...document.querySelectorAll('.note-entry .chip:not([data-domain])')];
    if (sign) signs[sign === '+' ? 0 : 1].click();
    await press('Noteer');
    await until(text, () => find('.log textarea')?.value === text);
}

async function scan({ on_task, of }) {
    find('#scan-open').click();
    write(await there('#scan-on-task'), on_task);
    write(find('#scan-of'), of);
    find('.scan .btn-primary').click();
    await until('the scan', () => !find('.scan'));
}

async function watch({ visit: about, log, tallies, scans }) {
    await go('kijken');
    await there('#note');
    setClock(about.started_at);
    await press('Start de les');
    const events = [
        ...log.map(line => [line.at, () => note(line)]),
        ...tallies.map(tally => [tally.at, () => find(`[data-counter=${tally.counter}] .counter-more`).click()]),
        ...scans.map(one => [one.at, () => scan(one)]),
    ];
    events.sort(([one], [other]) => one.localeCompare(other));
    for (const [at, act] of events) {
        setClock(at);
        await act();
    }
    setClock(about.ended_at);
    await press('Einde les');
    await until('45 minutes', () => find('.timer-time').textContent === '45:00');
}

async function score({ ratings, log }) {
    await go('scoren');
    for (const [id, { answer, look_fors, note, evidence }] of Object.entries(ratings)) {
        const row = await there(`fieldset[data-indicator=${id}]`);
        row.querySelector(`input[type=radio][value="${answer.score ?? answer}"]`).click();
        row.querySelector('summary').click();
        await until(`the note of ${id}`, () => row.querySelector('textarea'));
        for (const seen of look_fors) row.querySelector(`input[value=${seen}]`).click();
        write(row.querySelector('textarea'), note);
        for (const line of evidence) {
            const { text } = log.find(one => one.id === line);
            const fits = one => one.textContent.includes(text);
            [...row.querySelectorAll('.evidence label')].find(fits).querySelector('input').click();
        }
    }
}

async function talk({ talk: said }) {
    await go('gesprek');
    write(await there('#teacher-view'), said.teacher_view);
    write(find('#observer-view'), said.observer_view);
    const add = async (list, name) => {
        const rows = document.querySelectorAll(`#${list} .points > li`).length;
        await press(name);
        return there(`#${list} .points > li:nth-child(${rows + 1})`);
    };
    for (const [list, name, points] of [['strengths', 'Sterk punt erbij', said.strengths], ['growth-points', 'Ontwikkelpunt erbij', said.growth_points]]) {
        for (const { text, indicator } of points) {
            const row = await add(list, name);
            write(row.querySelector('textarea'), text);
            write(row.querySelector('select'), indicator, 'change');
        }
    }
    for (const { what, who, when } of said.agreements) {
        const row = await add('agreements', 'Afspraak erbij');
        write(row.querySelector('textarea'), what);
        write(row.querySelector('input:not([type=date])'), who);
        write(row.querySelector('input[type=date]'), when);
    }
}

async function finish({ completed_at }) {
    setClock(completed_at);
    await go('controle');
    await press('Bezoek afronden');
}

(async () => {
    for (const part of [prepare, watch, score, talk, finish]) await part(visit);
})().then(() => done(null), error => done(String(error)));
