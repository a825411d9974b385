"""Attacks a kernel: hostile.py KERNEL FOLDER; prints what came of each attack as JSON."""
import json, os, signal, subprocess, sys, time, warnings

warnings.filterwarnings("ignore")
import zmq
from jupyter_client.manager import KernelManager
from jupyter_client.session import Session

name, folder = sys.argv[1], sys.argv[2]
mark = os.path.join(folder, "mark")


def start():
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=folder, stderr=open("/dev/null", "w"))
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=180)
    return manager, client


if len(sys.argv) > 3:  # the one that is killed: starts a kernel, sets a cell spinning in it, and a child of the cell
    manager, client = start()
    client.execute("require('node:child_process').spawn('sleep', ['300'], { stdio: 'ignore' }).pid; while (true) {}")
    time.sleep(1.5)
    print(manager.provisioner.pid, flush=True)
    time.sleep(300)

out = {}
manager, client = start()
context = zmq.Context()
listener = context.socket(zmq.SUB)
listener.connect(f"tcp://{manager.ip}:{manager.iopub_port}")
listener.setsockopt(zmq.SUBSCRIBE, b"")
shell = context.socket(zmq.DEALER)
shell.connect(f"tcp://{manager.ip}:{manager.shell_port}")
forger = Session(key=b"another key")
code = {"code": f"require('node:fs').writeFileSync({json.dumps(mark)}, '')", "silent": False, "store_history": True}


def heard(seconds):
    got, until = [], time.time() + seconds
    while time.time() < until:
        if listener.poll(100):
            got.append(listener.recv_multipart())
    return got


def soon(is_so):
    """Whether it becomes so; a busy machine takes a while."""
    until = time.time() + 60
    while not is_so() and time.time() < until:
        time.sleep(0.1)
    return is_so()


def run(text):
    """Runs a cell; what its outputs say."""
    said = []
    client.execute_interactive(text, timeout=120, output_hook=lambda m: said.append(json.dumps(m["content"])))
    return "".join(said)


run("1")
heard(0.5)
# A running cell is where tslab put its words about a wrong signature.
ours = client.execute("await new Promise((resolve) => setTimeout(resolve, 1500));")
time.sleep(0.5)
for kind in ("execute_request", "kernel_info_request", "shutdown_request"):
    forger.send(shell, kind, content=code if kind == "execute_request" else {})
for frames in ([b"<IDS|MSG>"], [b"x"], [b"<IDS|MSG>", b"", b"{", b"{", b"{", b"{"], [b"<IDS|MSG>", b"a" * 64, b"null", b"null", b"null", b"null"]):
    shell.send_multipart(frames)
parents = [json.loads(frames[frames.index(b"<IDS|MSG>") + 3]).get("msg_id") for frames in heard(3)]
out["answered"] = shell.poll(200)
out["others"] = sorted(set(one for one in parents if one != ours))
out["ran"] = os.path.exists(mark)
out["alive"] = manager.is_alive()

run("let count = 0;")
replay = client.session.serialize(client.session.msg("execute_request", {**code, "code": "count += 100;"}))
for _ in range(3):
    shell.send_multipart(replay)
time.sleep(1.5)
out["count"] = run("`count is ${count}`")

out["exit"] = "went on" in (run("setTimeout(() => process.exit(), 50)"), time.sleep(1), run("'went on'"))[2]
out["getter"] = "no stack" in run("const odd = new Error('no stack'); Object.defineProperty(odd, 'stack', { get() { throw odd; } }); throw odd;")
out["flood"] = len(run("for (let i = 0; i < 400; i++) console.log('x'.repeat(1_000_000));")) / 1e6

run("require('node:net').createServer().listen(0); 1")
pid = manager.provisioner.pid
client.shutdown()
out["ended"] = soon(lambda: manager.provisioner.process.poll() is not None)
client.stop_channels()
manager.shutdown_kernel(now=True)

starter = subprocess.Popen([sys.executable, __file__, name, folder, "again"], stdout=subprocess.PIPE, text=True)
orphan = int(starter.stdout.readline())
starter.send_signal(signal.SIGKILL)
starter.wait()


def members(group):
    found = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True).stdout
    return sum(1 for line in found.splitlines() if line.split()[0] == str(group) and not line.split()[1].startswith("Z"))


out["orphans"] = 0 if soon(lambda: members(orphan) == 0) else members(orphan)
if out["orphans"]:
    os.killpg(orphan, signal.SIGKILL)
print(json.dumps(out))
