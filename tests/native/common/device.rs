//! A device with both stores, on which the app can be started again and again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::{Context, Waker};

use futures::executor::block_on;
use lesbezoek::domain::ObservationId;
use lesbezoek::store::{Entry, Journal, MemoryStore, Mended, Mirror, News, RecordStore, Safety, Task};
use uuid::Uuid;

use super::journal::MemoryJournal;

/// Both stores, and what the last app that was started on them told.
#[derive(Default)]
pub struct Device {
    pub local: Rc<MemoryStore>,
    pub journal: Rc<MemoryJournal>,
    pub tasks: Rc<RefCell<Vec<Task>>>,
    safety: Rc<RefCell<Option<Safety>>>,
    mended: Rc<RefCell<Vec<Mended>>>,
    people_mended: Rc<Cell<usize>>,
    plans_mended: Rc<Cell<usize>>,
    rubrics_mended: Rc<Cell<usize>>,
    newer_met: Rc<Cell<usize>>,
}

impl Device {
    pub fn with_local(local: MemoryStore) -> Self {
        Self { local: Rc::new(local), ..Self::default() }
    }

    /// The same stores for another start, or another tab: what is told there is heard there.
    pub fn again(&self) -> Self {
        Self { local: Rc::clone(&self.local), journal: Rc::clone(&self.journal), ..Self::default() }
    }

    /// The app before it has looked at the journal.
    pub fn opened(&self) -> Mirror {
        let tasks = Rc::clone(&self.tasks);
        let spawn = move |task| tasks.borrow_mut().push(task);
        let local: Rc<dyn RecordStore> = Rc::<MemoryStore>::clone(&self.local);
        let mirror = Mirror::new(local, Rc::<MemoryJournal>::clone(&self.journal), spawn);
        self.hear(&mirror);
        mirror
    }

    /// Hears from now on what it tells.
    pub fn hear(&self, mirror: &Mirror) {
        let (safety, mended) = (Rc::clone(&self.safety), Rc::clone(&self.mended));
        let people_mended = Rc::clone(&self.people_mended);
        let newer_met = Rc::clone(&self.newer_met);
        let plans_mended = Rc::clone(&self.plans_mended);
        let rubrics_mended = Rc::clone(&self.rubrics_mended);
        mirror.on_news(move |news| match news {
            News::Safety(now) => *safety.borrow_mut() = Some(now),
            News::Mended(one) => mended.borrow_mut().push(one),
            News::PersonMended => people_mended.set(people_mended.get() + 1),
            News::PlanMended => plans_mended.set(plans_mended.get() + 1),
            News::RubricMended => rubrics_mended.set(rubrics_mended.get() + 1),
            News::PutAside => {}
            News::Newer => newer_met.set(newer_met.get() + 1),
        });
    }

    pub fn started(&self) -> Mirror {
        let mirror = self.opened();
        block_on(mirror.settle_all()).expect("a journal");
        self.run();
        mirror
    }

    /// Lets the journal do its work.
    pub fn run(&self) {
        loop {
            let tasks = std::mem::take(&mut *self.tasks.borrow_mut());
            if tasks.is_empty() {
                return;
            }
            tasks.into_iter().for_each(block_on);
        }
    }

    /// Lets the journal do one step of its work.
    pub fn step(&self) {
        let tasks = std::mem::take(&mut *self.tasks.borrow_mut());
        let mut context = Context::from_waker(Waker::noop());
        for mut task in tasks {
            if task.as_mut().poll(&mut context).is_pending() {
                self.tasks.borrow_mut().push(task);
            }
        }
    }

    /// Another device with the same in both stores.
    pub fn copied(&self) -> Self {
        let copy = Self { journal: Rc::new(self.journal.copied()), ..Self::default() };
        for key in self.local.keys().expect("readable") {
            let value = self.local.get(&key).expect("readable").expect("there");
            copy.local.set(&key, &value).expect("room");
        }
        copy
    }

    /// The browser is killed: what the journal had not begun is gone.
    pub fn kill(&self) {
        self.tasks.borrow_mut().clear();
    }

    pub fn safety(&self) -> Option<Safety> {
        self.safety.borrow().clone()
    }

    /// What was told of visits since this was asked last.
    pub fn take_mended(&self) -> Vec<Mended> {
        self.mended.take()
    }

    /// How many people were told to be mended since this was asked last.
    pub fn take_people_mended(&self) -> usize {
        self.people_mended.take()
    }

    pub fn take_plans_mended(&self) -> usize {
        self.plans_mended.take()
    }

    pub fn take_rubrics_mended(&self) -> usize {
        self.rubrics_mended.take()
    }

    /// How often it was told that a later app wrote here, since this was asked last.
    pub fn take_newer_met(&self) -> usize {
        self.newer_met.take()
    }

    pub fn in_journal(&self, key: &str) -> Option<Entry> {
        block_on(self.journal.read(key)).expect("a journal")
    }
}

pub fn id(number: u128) -> ObservationId {
    ObservationId(Uuid::from_u128(number))
}

pub fn key(number: u128) -> String {
    format!("lesbezoek:1:observation:{}", id(number))
}
