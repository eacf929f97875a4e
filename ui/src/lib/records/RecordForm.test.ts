import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '../accessibility';
import { answerWith, refuse } from '../api/fake';
import type { RecordView, Saved } from '../api/types';
import { setLang } from '../i18n';
import { status } from '../status.svelte';
import type { Prefill } from './draft';
import { fakeKind, fakeRecord, fakeShown, KINDS } from './fake';
import { kinds } from './kinds.svelte';
import RecordForm from './RecordForm.svelte';

vi.mock('../api/call', async (real) => ({
  ...(await real<typeof import('../api/call')>()),
  call: vi.fn(),
  onChanged: () => () => undefined,
}));

beforeEach(async () => {
  setLang('en');
  status.say('');
  answerWith();
  kinds.reload();
  await waitFor(() => expect(kinds.current.status).toBe('ready'));
});

const at = (id: string) => screen.getByTestId<HTMLInputElement>(id);
const type = (id: string, value: string) => fireEvent.input(at(id), { target: { value } });
const choose = (id: string, value: string) => fireEvent.change(at(id), { target: { value } });

function show(kind: string, more: { record?: RecordView; prefill?: Prefill; without?: string[] } = {}) {
  const onsaved = vi.fn<(saved: Saved) => void>();
  return { ...render(RecordForm, { kind: fakeKind(kind), onsaved, ...more }), onsaved };
}

const saving = () => fireEvent.submit(screen.getByTestId('record-save').closest('form') as HTMLFormElement);

describe('the form of a record', () => {
  it('asks every field of every kind, and the code that says nothing comes first', () => {
    for (const kind of KINDS.filter((one) => one.name !== 'facts')) {
      const { unmount, container } = show(kind.name);
      for (const field of kind.fields) {
        const id = `record-${kind.name}-${field.name}`;
        const end = field.shape === 'moment' ? '-date' : field.shape === 'codes' ? `-${field.values[0]}` : '';
        expect(container.querySelector(`[data-testid="${id}${end}"]`), id).not.toBeNull();
        if (field.shape === 'code') expect(container.querySelector<HTMLSelectElement>(`[data-testid="${id}"]`)?.value, id).toBe(field.unset);
      }
      expect(container.textContent).not.toContain('⟦');
      unmount();
    }
  }, 60_000);

  it.each(['actors', 'items', 'orders', 'complaints', 'expert_decisions', 'official_figures', 'comparator_pairs'])(
    'of %s holds the rules of accessibility, in three languages',
    async (kind) => {
      const { container } = show(kind);
      for (const lang of ['kk', 'ru', 'en'] as const) {
        setLang(lang);
        await waitFor(() => expect(container.textContent).not.toContain('⟦'));
      }
      await expectAccessible(container);
    },
    30_000
  );

  it('sends what was filled, and says where it stands in the ledger', async () => {
    const call = answerWith();
    const { onsaved } = show('actors');
    await type('record-actors-public_label', 'deputy akim, region B');
    await choose('record-actors-kind', 'person');
    await saving();
    await waitFor(() => expect(onsaved).toHaveBeenCalled());
    expect(call).toHaveBeenCalledWith('record_save', { kind: 'actors', id: '', fields: { public_label: 'deputy akim, region B', kind: 'person' } });
    expect(status.current).toBe('Saved actor (ledger entry 122).');
  });

  it('sends only what changed of a record that was there', async () => {
    const call = answerWith();
    show('actors', { record: fakeRecord('actors', 1, { fields: { public_label: 'blogger', kind: 'person', is_child: 'no' } }) });
    expect(at('record-actors-public_label').value).toBe('blogger');
    await choose('record-actors-is_child', 'unknown');
    await saving();
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', { kind: 'actors', id: 'actors-1', fields: { is_child: null } }));
  });

  it('links a new record back to the one it was asked from', async () => {
    const call = answerWith();
    show('actor_ages', { prefill: { actor: { kind: 'actors', id: 'actors-1', label: { kk: '', ru: 'блогер', en: '' } } } });
    expect(at('record-actor_ages-actor').value).toBe('блогер');
    await choose('record-actor_ages-band', '16_17');
    await type('record-actor_ages-at-date', '14.03.2025');
    await saving();
    await waitFor(() =>
      expect(call).toHaveBeenCalledWith('record_save', { kind: 'actor_ages', id: '', fields: { actor: 'actors-1', band: '16_17', at: expect.objectContaining({ precision: 'day', earliest: 1_741_892_400 }) } })
    );
  });

  it('says at the field that it was refused, keeps what was typed, and gives it the keyboard', async () => {
    answerWith({ record_save: refuse('invalid', { field: 'public_label' }) });
    const { container } = show('actors');
    await type('record-actors-contact', '+7 700');
    await saving();
    await waitFor(() => expect(at('record-actors-public_label').getAttribute('aria-invalid')).toBe('true'));
    expect(container.textContent).toContain('The value is missing or not allowed');
    await waitFor(() => expect(document.activeElement).toBe(at('record-actors-public_label')));
    expect(at('record-actors-contact').value).toBe('+7 700');
    expect(screen.queryByTestId('failure')).toBeNull();
  });

  it.each([
    ['a moment', 'complaints', 'decided'],
    ['several codes', 'expert_decisions', 'disciplines'],
  ])('says it at %s too', async (_, kind, field) => {
    answerWith({ record_save: refuse('invalid', { field }) });
    show(kind);
    await saving();
    expect((await screen.findByRole('alert')).textContent).toContain('The value is missing or not allowed');
  });

  it('tells any other refusal below', async () => {
    answerWith({ record_save: refuse('disk_full') });
    show('tasks');
    await saving();
    expect((await screen.findByTestId('failure')).dataset['code']).toBe('disk_full');
  });

  it('waits until a number and a day can be read', async () => {
    show('items');
    const save = screen.getByTestId<HTMLButtonElement>('record-save');
    await type('record-items-views', 'many');
    expect(save.disabled).toBe(true);
    expect(screen.getByText('A whole number, without words.')).toBeTruthy();
    await type('record-items-views', '12 000');
    await type('record-items-posted-date', '31.02.2026');
    expect(save.disabled).toBe(true);
    await type('record-items-posted-date', '28.02.2026');
    expect(save.disabled).toBe(false);
  });

  it('marks what is sealed, in words and to those who hear the window', () => {
    const { container } = show('actors');
    expect(container.querySelectorAll('.sealed')).toHaveLength(3);
    const said = at('record-actors-name').getAttribute('aria-describedby') ?? '';
    expect(said.split(' ').map((id) => document.getElementById(id)?.textContent?.trim())).toContain('Sealed: in no paper unless allowed.');
  });

  it('takes away every field that would keep child sexual material, and asks for the referral', async () => {
    const call = answerWith();
    show('items', { record: fakeRecord('items', 1, { fields: { locator: 'https://a.example/1', text: 'x' } }) });
    await fireEvent.click(at('record-items-stub'));
    for (const gone of ['locator', 'text', 'topic', 'author', 'topics-police']) expect(screen.queryByTestId(`record-items-${gone}`), gone).toBeNull();
    await type('record-items-referral_note', '111');
    await saving();
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', { kind: 'items', id: 'items-1', fields: { locator: null, text: null, stub: true, referral_note: '111' } }));
  });

  it('leaves out what is asked elsewhere', () => {
    show('order_items', { without: ['order', 'item'] });
    expect(screen.queryByTestId('record-order_items-order')).toBeNull();
    expect(screen.getByTestId('record-order_items-platform_basis')).toBeTruthy();
  });
});

describe('a link in the form', () => {
  const label = (n: number) => ({ kind: 'authorities', id: `authorities-${n}`, label: { kk: '', ru: `Орган ${n}`, en: `Authority ${n}` } });
  const found = () => ({ rows: [label(1), label(2)] });

  it('is found by typing and chosen by the arrows', async () => {
    const call = answerWith({ record_choices: found });
    const { container } = show('authorities');
    const field = at('record-authorities-successor_of');
    await type('record-authorities-successor_of', 'auth');
    await screen.findAllByRole('option');
    expect(call).toHaveBeenCalledWith('record_choices', { kind: 'authorities', words: 'auth' });
    expect(field.getAttribute('aria-expanded')).toBe('true');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toBe('Authority 2');
    await expectAccessible(container);
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect([field.value, field.dataset['id'], field.getAttribute('aria-expanded')]).toEqual(['Authority 2', 'authorities-2', 'false']);
    await saving();
    await waitFor(() => expect(call).toHaveBeenCalledWith('record_save', { kind: 'authorities', id: '', fields: { successor_of: 'authorities-2' } }));
  }, 20_000);

  it('closes its list by Escape without closing what lies around it, and is emptied by its button', async () => {
    answerWith({ record_choices: found });
    show('authorities');
    const field = at('record-authorities-successor_of');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await screen.findAllByRole('option');
    const escaped = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await fireEvent(field, escaped);
    expect([escaped.defaultPrevented, field.getAttribute('aria-expanded')]).toEqual([true, 'false']);
    await type('record-authorities-successor_of', 'KZ');
    await fireEvent.click(at('record-authorities-successor_of-clear'));
    expect(field.value).toBe('');
  });

  it('is chosen by the pointer too', async () => {
    answerWith({ record_choices: found });
    show('authorities');
    await type('record-authorities-successor_of', 'a');
    await fireEvent.click(await screen.findByText('Authority 1'));
    expect(at('record-authorities-successor_of').dataset['id']).toBe('authorities-1');
  });

  it('leads to a new record, made on the spot and linked to at once', async () => {
    const call = answerWith({ record_show: ({ kind, id }) => fakeShown(fakeRecord(kind, 1, { id, label: { kk: '', ru: 'новая платформа', en: '' } })) });
    const { onsaved } = show('representatives');
    await fireEvent.click(at('record-representatives-platform-new'));
    const nested = await screen.findByTestId('record-nested');
    await type('record-platforms-name_ru', 'новая платформа');
    expect(nested.querySelector('[data-testid$="-new"]')).toBeNull();
    await fireEvent.submit(nested.querySelector('form') as HTMLFormElement);
    await waitFor(() => expect(at('record-representatives-platform').value).toBe('новая платформа'));
    expect(screen.queryByTestId('record-nested')).toBeNull();
    expect(call).toHaveBeenCalledWith('record_save', { kind: 'platforms', id: '', fields: { name_ru: 'новая платформа' } });
    expect(onsaved).not.toHaveBeenCalled();
    expect(at('record-representatives-platform').dataset['id']).toBe('platforms-9');
  });
});
