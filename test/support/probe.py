"""Runs cells on a kernel over ZeroMQ: probe.py KERNEL CELLS FOLDER; prints, for each cell, what came back.

CELLS is JSON: a list of groups of cells. A group with "fresh" gets a kernel of its own; one with
"together" is sent at once, as a front-end does when it runs all.
"""
import json, sys, time, warnings

warnings.filterwarnings("ignore")
from jupyter_client.manager import KernelManager

name, groups, folder = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]


def start():
    manager = KernelManager(kernel_name=name)
    manager.start_kernel(cwd=folder, stderr=open("/dev/null", "w"))
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=180)
    return manager, client


def run(manager, client, cells, seconds):
    """Sends cells at once and collects what belongs to each."""
    ids, out = [], {}
    for cell in cells:
        ids.append(client.execute(cell["code"], store_history=True))
        out[ids[-1]] = {"stream": 0, "lines": 0, "text": "", "mimes": [], "types": [], "error": None, "count": None, "status": None, "died": False}
        if cell.get("interrupt"):
            time.sleep(1.0)
            manager.interrupt_kernel()
    deadline = time.time() + seconds
    idle = set()
    while time.time() < deadline and not all(id in idle and out[id]["status"] for id in ids):
        try:
            message = client.get_iopub_msg(timeout=0.2)
            id = message["parent_header"].get("msg_id")
            if id in out:
                got = out[id]
                kind, content = message["msg_type"], message["content"]
                if kind == "stream":
                    got["stream"] += len(content["text"])
                    got["lines"] += content["text"].count("\n")
                    got["text"] = (got["text"] + content["text"])[-200:]
                elif kind in ("display_data", "execute_result"):
                    got["mimes"].append(sorted(content["data"]))
                    got["types"].append(kind)
                elif kind == "error":
                    got["error"] = [content["ename"], content["evalue"]]
                elif kind == "execute_input":
                    got["count"] = content["execution_count"]
                elif kind == "status" and content["execution_state"] == "idle":
                    idle.add(id)
        except Exception:
            if not manager.is_alive():
                for id in ids:
                    out[id]["died"] = True
                break
        try:
            reply = client.get_shell_msg(timeout=0.02)
            id = reply["parent_header"].get("msg_id")
            if id in out:
                out[id]["status"] = reply["content"]["status"]
        except Exception:
            pass
    return [out[id] for id in ids]


manager, client = None, None
out = []
for group in groups:
    if manager is None or group.get("fresh"):
        if manager is not None:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
        manager, client = start()
    batches = [group["cells"]] if group.get("together") else [[cell] for cell in group["cells"]]
    out.append([got for batch in batches for got in run(manager, client, batch, group.get("seconds", 180))])
manager.shutdown_kernel(now=True)
print(json.dumps(out))
