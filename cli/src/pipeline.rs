//! Reading, working and writing at the same time, with bounded memory and in order.

use std::io;
use std::sync::mpsc::{self, Receiver, SyncSender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, anyhow};

/// Chunks that may be under way for each thread: one in work, one waiting, one done.
const AHEAD: usize = 3;

/// Pieces of a chunk's output that may wait to be written before its work waits for it.
const PIECES: usize = 8;

/// Takes what was made of one chunk after another, perhaps in several pieces.
pub trait Sink<O> {
    fn take(&mut self, output: O) -> io::Result<()>;
    /// Called where the next chunk is not ready yet.
    fn idle(&mut self) -> io::Result<()>;
}

/// Passes every chunk through `work` on one of `threads` threads and hands the results to `sink` in the chunks' order: what
/// the work sends off while it is at it, and what it returns. `read` passes the chunks, for as long as it is told that
/// somebody listens.
///
/// Ends early where reading or `sink` fails. The threads are then left to themselves: one of them may hang on input that
/// never comes, and the process is about to end.
pub fn run<I, O, W>(
    threads: usize,
    read: impl FnOnce(&mut dyn FnMut(I) -> bool) -> anyhow::Result<()> + Send + 'static,
    worker: impl Fn() -> W,
    sink: &mut impl Sink<O>,
) -> anyhow::Result<()>
where
    I: Send + 'static,
    O: Send + 'static,
    W: FnMut(I, &mut dyn FnMut(O)) -> O + Send + 'static,
{
    let (order, ordered) = mpsc::sync_channel::<anyhow::Result<Receiver<Piece<O>>>>(AHEAD * threads);
    let (jobs, waiting) = mpsc::channel::<(I, SyncSender<Piece<O>>)>();
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..threads {
        let (waiting, mut work) = (waiting.clone(), worker());
        spawn("extract", move || {
            // Only receiving happens under the lock, so a panic elsewhere leaves it whole.
            let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
            while let Ok((chunk, result)) = next() {
                // Nobody waits for the result any more where writing has failed.
                let last = work(chunk, &mut |piece| _ = result.send(Piece::Next(piece)));
                let _ = result.send(Piece::Last(last));
            }
        })?;
    }
    spawn("read", move || {
        let mut pass = |chunk| {
            let (result, receiver) = mpsc::sync_channel(PIECES);
            // The queue of results is bounded, so reading waits here for writing.
            order.send(Ok(receiver)).is_ok() && jobs.send((chunk, result)).is_ok()
        };
        if let Err(error) = read(&mut pass) {
            // Nobody hears it where writing has failed.
            let _ = order.send(Err(error));
        }
    })?;
    while let Some(result) = receive(&ordered, sink)? {
        let result = result?;
        loop {
            match receive(&result, sink)?.ok_or_else(|| anyhow!("a document could not be read"))? {
                Piece::Next(output) => sink.take(output)?,
                Piece::Last(output) => break sink.take(output)?,
            }
        }
    }
    Ok(sink.idle()?)
}

/// A piece of a chunk's output.
enum Piece<O> {
    /// Another one follows.
    Next(O),
    Last(O),
}

/// The next thing from a channel, `None` once it is closed.
fn receive<T, O>(channel: &Receiver<T>, sink: &mut impl Sink<O>) -> io::Result<Option<T>> {
    match channel.try_recv() {
        Ok(value) => Ok(Some(value)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            sink.idle()?;
            Ok(channel.recv().ok())
        }
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> anyhow::Result<()> {
    thread::Builder::new().name(name.to_string()).spawn(body).context("no thread could be started")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Collect(Vec<u32>);

    impl Sink<u32> for Collect {
        fn take(&mut self, output: u32) -> io::Result<()> {
            self.0.push(output);
            Ok(())
        }
        fn idle(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Passes numbers on while somebody listens.
    fn pass(mut numbers: impl Iterator<Item = u32>) -> impl FnOnce(&mut dyn FnMut(u32) -> bool) -> anyhow::Result<()> {
        move |pass| {
            let _ = numbers.all(pass);
            Ok(())
        }
    }

    fn slow_if_even(number: u32, _: &mut dyn FnMut(u32)) -> u32 {
        if number.is_multiple_of(2) {
            thread::sleep(std::time::Duration::from_millis(1));
        }
        number
    }

    #[test]
    fn results_keep_the_order() {
        let mut sink = Collect::default();
        run(4, pass(0..200), || slow_if_even, &mut sink).unwrap();
        assert_eq!(sink.0, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn pieces_stand_in_their_place() {
        let mut sink = Collect::default();
        let many = |number: u32, send: &mut dyn FnMut(u32)| {
            (0..2 * PIECES as u32).for_each(|_| send(number));
            number
        };
        run(3, pass(0..9), || many, &mut sink).unwrap();
        assert!(sink.0.is_sorted());
        assert_eq!(sink.0.len(), 9 * (2 * PIECES + 1));
    }

    #[test]
    fn an_error_of_reading_comes_in_its_place() {
        let mut sink = Collect::default();
        let torn = |send: &mut dyn FnMut(u32) -> bool| {
            pass(1..=2)(send)?;
            Err(anyhow!("torn"))
        };
        let error = run(2, torn, || slow_if_even, &mut sink).unwrap_err();
        assert_eq!((sink.0, error.to_string().as_str()), (vec![1, 2], "torn"));
    }

    #[test]
    fn reading_does_not_run_ahead() {
        struct Stop;
        impl Sink<u32> for Stop {
            fn take(&mut self, _: u32) -> io::Result<()> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn idle(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        assert!(run(1, pass(0..), || slow_if_even, &mut Stop).is_err(), "endless input ends with its reader");
    }
}
