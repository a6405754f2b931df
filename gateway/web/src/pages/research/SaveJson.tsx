/** Every figure to its last digit, as the server sent it. */
export function SaveJson({ name, value }: { name: string; value: unknown }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <button type="button" className="link" onClick={save} aria-label={`Save ${name} as JSON`}>
      Save as JSON
    </button>
  );
}
